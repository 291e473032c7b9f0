import type { Translation } from "#app/text/catalogue.ts"
import type { market as english } from "#app/text/en/market.ts"

export const market: Translation<typeof english> = {
  "home.title": "Alle Läden auf einer Brücke",
  "home.newest": "Neueste Ware",
  "home.shops": "Läden",
}
