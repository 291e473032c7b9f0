export const english = `
word      | kettle                   | campfire-kettle riverbend-gooseneck
word      | mug                      | enamel-camp-mug stoneware-fireside-mug
word      | lantern                  | railroad-lantern table-lantern
word      | knife                    | trail-knife folding-pocket-knife
word      | candle                   | beeswax-camp-candle cedar-smoke-candle
word      | blanket                  | camp-blanket picnic-throw
word      | coffee                   | daybreak-blend north-slope-dark meadow-light-roast basecamp-decaf
word      | soap                     | pine-tar-soap
word      | skillet                  | ten-inch-skillet
word      | notebook                 | field-notebook
word      | grinder                  | switchback-hand-grinder
word      | percolator               | twin-fork-percolator
word      | stool                    | three-leg-stool
word      | scarf                    | shepherd-scarf
phrase    | moka pot                 | trailhead-moka
phrase    | camp mug                 | enamel-camp-mug
phrase    | dark roast coffee        | north-slope-dark
phrase    | dry bag                  | roll-top-dry-bag
phrase    | cutting board            | old-growth-cutting-board
phrase    | pour over coffee dripper | ridgeline-dripper
phrase    | paper filters            | no-2-paper-filters
phrase    | pocket knife             | folding-pocket-knife
phrase    | wool blanket             | camp-blanket picnic-throw
phrase    | light roast              | meadow-light-roast
phrase    | beeswax candle           | beeswax-camp-candle
phrase    | fire starter kindling    | fatwood-bundle
phrase    | leather sheath           | trail-knife
phrase    | gooseneck kettle         | riverbend-gooseneck
attribute | copper kettle            | riverbend-gooseneck
attribute | mustard mug              | enamel-camp-mug
attribute | forest mug               | enamel-camp-mug
attribute | navy blanket             | camp-blanket
attribute | rust pack                | day-hike-pack
attribute | cast iron                | ten-inch-skillet
attribute | merino                   | watch-cap boot-socks
attribute | enamel                   | campfire-kettle twin-fork-percolator enamel-camp-mug tall-enamel-tumbler enamel-supper-plate enamel-chili-bowl
attribute | walnut handle            | trail-knife
attribute | 26 L pack                | day-hike-pack
attribute | Tamarack Mills           | camp-blanket picnic-throw watch-cap boot-socks shepherd-scarf
attribute | hollow creek pottery     | stoneware-fireside-mug cherry-camp-spoon
attribute | 24 oz flask              | commuter-flask
attribute | waxed canvas             | day-hike-pack market-tote
plural    | mugs                     | enamel-camp-mug stoneware-fireside-mug
plural    | knives                   | trail-knife folding-pocket-knife
plural    | candles                  | beeswax-camp-candle cedar-smoke-candle
plural    | kettles                  | campfire-kettle riverbend-gooseneck
plural    | sock                     | boot-socks
plural    | match                    | fatwood-matches
plural    | filter                   | no-2-paper-filters cloth-filter-pair
plural    | spoons                   | cherry-camp-spoon
plural    | stools                   | three-leg-stool
typo      | kettel                   | campfire-kettle riverbend-gooseneck
typo      | lantren                  | railroad-lantern table-lantern
typo      | candel                   | beeswax-camp-candle cedar-smoke-candle
typo      | skilet                   | ten-inch-skillet
typo      | percolater               | twin-fork-percolator
typo      | enamal mug               | enamel-camp-mug
typo      | folding pokcet knife     | folding-pocket-knife
typo      | wool blanlet             | camp-blanket picnic-throw
typo      | goosneck                 | riverbend-gooseneck
typo      | hachet                   | splitting-hatchet
typo      | rucksak                  | overnight-rucksack
typo      | notebok                  | field-notebook
typo      | coffe grinder            | switchback-hand-grinder
synonym   | cup                      | enamel-camp-mug stoneware-fireside-mug
synonym   | backpack                 | day-hike-pack overnight-rucksack
synonym   | thermos                  | commuter-flask
synonym   | frying pan               | ten-inch-skillet
synonym   | axe                      | splitting-hatchet
synonym   | beanie                   | watch-cap
synonym   | chopping board           | old-growth-cutting-board
synonym   | journal                  | field-notebook
synonym   | lamp                     | railroad-lantern table-lantern
synonym   | decaffeinated coffee     | basecamp-decaf
prefix    | ket                      | campfire-kettle riverbend-gooseneck
prefix    | lant                     | railroad-lantern table-lantern
prefix    | gri                      | switchback-hand-grinder
prefix    | boot so                  | boot-socks
prefix    | enamel ch                | enamel-chili-bowl
prefix    | cutting bo               | old-growth-cutting-board
prefix    | hatch                    | splitting-hatchet
prefix    | perc                     | twin-fork-percolator
`
