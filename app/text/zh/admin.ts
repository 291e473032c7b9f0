import type { Translation } from "#app/text/catalogue.ts"
import type { admin as english } from "#app/text/en/admin.ts"

export const admin: Translation<typeof english> = {
  "nav.overview": "概览",
  "nav.shops": "店铺",
}
