import type { Translation } from "#app/text/catalogue.ts"
import type { admin as english } from "#app/text/en/admin.ts"

export const admin: Translation<typeof english> = {
  "nav.overview": "Überblick",
  "nav.shops": "Läden",
}
