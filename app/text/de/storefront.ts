import type { Translation } from "#app/text/catalogue.ts"
import type { storefront as english } from "#app/text/en/storefront.ts"

export const storefront: Translation<typeof english> = {
  "home.newest": "Neu im Laden",
  "cart.title": "Ihr Warenkorb",
  "product.add": "In den Warenkorb",
}
