import type { Translation } from "#app/text/catalogue.ts"
import type { market as english } from "#app/text/en/market.ts"

export const market: Translation<typeof english> = {
  "home.title": "一座桥上的所有店铺",
  "home.newest": "最新商品",
  "home.shops": "店铺",
}
