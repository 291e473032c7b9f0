import type { ShopSource } from "#prisma/seed/shops/sources.ts"
import { keramik } from "./keramik.ts"
import { kueche } from "./kueche.ts"
import { leinen } from "./leinen.ts"

export const mohn: ShopSource = {
  slug: "mohn",
  name: "Mohn & Leinen",
  tagline: "Handgemachtes für Tisch und Zuhause",
  currency: "EUR",
  language: "de",
  country: "DE",
  theme: "linen",
  skuPrefix: "ML",
  owner: { name: "Greta Mohnhaupt", email: "greta@mohn.example" },
  customers: [
    { name: "Jonas Feldmann", email: "jonas@kundin.example" },
    { name: "Leonie Vogt", email: "leonie@kundin.example" },
  ],
  categories: [
    { slug: "becher-tassen", name: "Becher & Tassen" },
    { slug: "schalen-teller", name: "Schalen & Teller" },
    { slug: "vasen", name: "Vasen & Krüge" },
    { slug: "tischleinen", name: "Tischleinen" },
    { slug: "kueche", name: "Küche" },
    { slug: "wohnen", name: "Wohnen" },
    { slug: "kerzen-duft", name: "Kerzen & Duft" },
  ],
  products: [...keramik, ...leinen, ...kueche],
  shipping: [
    { name: "DHL Paket", price: "5.90", freeFrom: "80.00", countries: ["DE"], days: [2, 4] },
    { name: "DHL Express", price: "14.90", countries: ["DE"], days: [1, 1] },
    { name: "Österreich und Schweiz", price: "12.50", freeFrom: "150.00", countries: ["AT", "CH"], days: [4, 7] },
  ],
  taxes: [
    { country: "DE", name: "MwSt.", basisPoints: 1900, included: true },
    { country: "AT", name: "USt.", basisPoints: 2000, included: true },
  ],
  people: {
    givenNames: ["Anna", "Lukas", "Marie", "Felix", "Johanna", "Paul", "Clara", "Emil", "Sophie", "Moritz", "Frieda", "Jakob", "Katharina", "Anton", "Lena", "Matthias", "Ayşe", "Henrik", "Ida", "Tobias"],
    familyNames: ["Schneider", "Weber", "Hoffmann", "Krüger", "Lehmann", "Brandt", "Yılmaz", "Winkler", "Sommerfeld", "Jansen", "Kaiser", "Vogel", "Reinhardt", "Seidel", "Ott", "Baumann"],
    familyFirst: false,
    streets: ["Lindenstraße", "Mühlweg", "Gartenstraße", "Bergstraße", "Am Markt", "Schillerstraße", "Rosenweg", "Hafenstraße"],
    streetLine: (street, number) => `${street} ${number}`,
    places: [
      { city: "Leipzig", region: "", postcode: "04109", country: "DE" },
      { city: "Hamburg", region: "", postcode: "20357", country: "DE" },
      { city: "Freiburg", region: "", postcode: "79098", country: "DE" },
      { city: "Berlin", region: "", postcode: "10437", country: "DE" },
      { city: "Köln", region: "", postcode: "50674", country: "DE" },
      { city: "München", region: "", postcode: "80799", country: "DE" },
      { city: "Weimar", region: "", postcode: "99423", country: "DE" },
      { city: "Wien", region: "", postcode: "1070", country: "AT" },
    ],
  },
  carrier: "DHL",
  pictureAlt: { whole: "{title}", inColour: "{title} in {choice}", close: "{title}, Nahaufnahme" },
  orders: 640,
}
