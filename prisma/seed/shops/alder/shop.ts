import type { ShopSource } from "#prisma/seed/shops/sources.ts"
import { brewing } from "./brewing.ts"
import { camp } from "./camp.ts"
import { carrying } from "./carrying.ts"
import { table } from "./table.ts"

export const alder: ShopSource = {
  slug: "alder",
  name: "Alder & Ash",
  tagline: "Coffee and camp gear for slow mornings outdoors",
  currency: "USD",
  language: "en",
  country: "US",
  theme: "moss",
  skuPrefix: "AA",
  owner: { name: "Nora Whitfield", email: "nora@alder.example" },
  customers: [
    { name: "Sam Okafor", email: "sam@shopper.example" },
    { name: "June Castellano", email: "june@shopper.example" },
  ],
  categories: [
    { slug: "kettles-brewers", name: "Kettles & Brewers" },
    { slug: "coffee-filters", name: "Coffee & Filters" },
    { slug: "mugs-plates", name: "Mugs & Plates" },
    { slug: "packs-bags", name: "Packs & Bags" },
    { slug: "blankets-wool", name: "Blankets & Wool" },
    { slug: "light-fire", name: "Light & Fire" },
    { slug: "tools-camp", name: "Tools & Camp" },
  ],
  products: [...brewing, ...table, ...carrying, ...camp],
  shipping: [
    { name: "Ground", price: "6.90", freeFrom: "75.00", countries: ["US"], days: [3, 6] },
    { name: "Two-day", price: "18.50", countries: ["US"], days: [2, 2] },
    { name: "Canada Post", price: "21.00", freeFrom: "200.00", countries: ["CA"], days: [6, 12] },
  ],
  taxes: [
    { country: "US", region: "CA", name: "California sales tax", basisPoints: 725, included: false },
    { country: "US", region: "NY", name: "New York sales tax", basisPoints: 400, included: false },
    { country: "US", region: "TX", name: "Texas sales tax", basisPoints: 625, included: false },
    { country: "US", region: "WA", name: "Washington sales tax", basisPoints: 650, included: false },
    { country: "US", region: "CO", name: "Colorado sales tax", basisPoints: 290, included: false },
  ],
  people: {
    givenNames: ["Ava", "Liam", "Grace", "Owen", "Maya", "Ethan", "Ruth", "Caleb", "Naomi", "Jack", "Elena", "Isaac", "Priya", "Marcus", "Hannah", "Diego", "Claire", "Theo", "Wendy", "Amir"],
    familyNames: ["Bennett", "Alvarez", "Kim", "Thompson", "Novak", "Reed", "Chandra", "Foster", "Brooks", "Sullivan", "Nguyen", "Hart", "Larsen", "Morales", "Price", "Okoye"],
    familyFirst: false,
    streets: ["Mill Lane", "Cedar Street", "Fairview Avenue", "River Road", "Lincoln Street", "Juniper Court", "Harbor Way", "Orchard Drive"],
    streetLine: (street, number) => `${number} ${street}`,
    places: [
      { city: "Portland", region: "OR", postcode: "97209", country: "US" },
      { city: "Seattle", region: "WA", postcode: "98103", country: "US" },
      { city: "Denver", region: "CO", postcode: "80205", country: "US" },
      { city: "Sacramento", region: "CA", postcode: "95816", country: "US" },
      { city: "Austin", region: "TX", postcode: "78704", country: "US" },
      { city: "Ithaca", region: "NY", postcode: "14850", country: "US" },
      { city: "Missoula", region: "MT", postcode: "59801", country: "US" },
      { city: "San Diego", region: "CA", postcode: "92103", country: "US" },
    ],
  },
  carrier: "UPS",
  pictureAlt: { whole: "{title}", inColour: "{title} in {choice}", close: "{title}, close up" },
  orders: 660,
}
