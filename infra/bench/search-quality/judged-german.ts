export const german = `
word      | Becher                  | becher-morgen becher-hohe-dune becher-paar-nachbarn
word      | Vase                    | vase-mohnkapsel vase-halm vase-amphore vase-tulpe
word      | Teller                  | teller-tag teller-brot
word      | Tischdecke              | tischdecke-landhaus
word      | Teekanne                | teekanne-sonntag
word      | Schürze                 | schuerze-werktag
word      | Krug                    | krug-brunnen
word      | Seife                   | seife-ringelblume
word      | Kerze                   | kerze-bienenwachs kerze-im-becher
word      | Schale                  | schale-acker obstschale-markttag muesli-schale teeschale-nebel
word      | Butterdose              | butterdose-weide
word      | Schneidbrett            | schneidbrett-eiche
word      | Windlicht               | teelicht-laterne
phrase    | Brotkorb aus Weide      | korb-weide
phrase    | Geschirrtuch Streifen   | geschirrtuch-streifen
phrase    | Tischläufer Leinen      | tischlaeufer-feld
phrase    | Kerze aus Bienenwachs   | kerze-bienenwachs
phrase    | Geschenk zum Einzug     | becher-paar-nachbarn
phrase    | Müslischale             | muesli-schale
phrase    | Servietten aus Leinen   | servietten-viererset
phrase    | Vase für einen Zweig    | vase-halm
attribute | Becher Salbei           | becher-morgen
attribute | Vase Rost               | vase-mohnkapsel
attribute | Tischläufer 200 cm      | tischlaeufer-feld
attribute | Weberei Hagen           | tischlaeufer-feld servietten-viererset tischdecke-landhaus geschirrtuch-streifen schuerze-werktag kissen-heide decke-winterling schal-flachsbluete
attribute | Schreinerei Falk        | schneidbrett-eiche kochloeffel-birne brotmesser-falk
attribute | Seife Lavendel          | seife-ringelblume
attribute | Steinzeug               | vorratsdose-speisekammer oelflasche-olive auflaufform-ofen butterdose-weide lampe-laterna
attribute | Kerzenhalter Graphit    | kerzenhalter-turm
attribute | Eiche                   | schneidbrett-eiche vorratsdose-speisekammer
plural    | Vasen                   | vase-mohnkapsel vase-halm vase-amphore vase-tulpe
plural    | Kerzen                  | kerze-bienenwachs kerze-im-becher
plural    | Serviette               | servietten-viererset
plural    | Geschirrtücher          | geschirrtuch-streifen
plural    | Krüge                   | krug-brunnen
plural    | Schalen                 | schale-acker obstschale-markttag muesli-schale teeschale-nebel
plural    | Schneidbretter          | schneidbrett-eiche
plural    | Tischdecken             | tischdecke-landhaus
plural    | Kissenhüllen            | kissen-heide
plural    | Brotkörbe               | korb-weide
typo      | Beecher                 | becher-morgen becher-hohe-dune becher-paar-nachbarn
typo      | Teekane                 | teekanne-sonntag
typo      | Geschirtuch             | geschirrtuch-streifen
typo      | Servieten               | servietten-viererset
typo      | Schuerze                | schuerze-werktag
typo      | Tischleufer             | tischlaeufer-feld
typo      | Schneidbret             | schneidbrett-eiche
typo      | Butterdsoe              | butterdose-weide
typo      | Kerzenhalte             | kerzenhalter-turm
typo      | Muslischale             | muesli-schale
typo      | Wolldeke                | decke-winterling
typo      | Auflauform              | auflaufform-ofen
synonym   | Tasse                   | tasse-kleiner-moment becher-morgen becher-hohe-dune becher-paar-nachbarn
synonym   | Lampe                   | lampe-laterna
synonym   | Blumenvase              | vase-mohnkapsel vase-halm vase-amphore vase-tulpe
synonym   | Kissenbezug             | kissen-heide
synonym   | Küchentuch              | geschirrtuch-streifen
synonym   | Schüssel                | schale-acker obstschale-markttag muesli-schale
synonym   | Geschenk                | becher-paar-nachbarn
synonym   | Espresso Becher         | tasse-kleiner-moment
prefix    | Tisch                   | tischlaeufer-feld tischdecke-landhaus lampe-laterna
prefix    | Kerzenh                 | kerzenhalter-turm
prefix    | Vorr                    | vorratsdose-speisekammer
prefix    | Leinens                 | servietten-viererset schal-flachsbluete
prefix    | Wolld                   | decke-winterling
prefix    | Bro                     | brotmesser-falk korb-weide teller-brot
prefix    | Ölfl                    | oelflasche-olive
prefix    | Rezept                  | rezeptbuch-leinen
`
