import type { Translation } from "#app/text/catalogue.ts"
import type { storefront as english } from "#app/text/en/storefront.ts"

export const storefront: Translation<typeof english> = {
  "home.newest": "新品",
  "cart.title": "购物车",
  "product.add": "加入购物车",
}
