import type { Translation } from "#app/text/catalogue.ts"
import type { console as english } from "#app/text/en/console.ts"

export const console: Translation<typeof english> = {
  "nav.orders": "Bestellungen",
  "nav.products": "Produkte",
  "nav.settings": "Einstellungen",
}
