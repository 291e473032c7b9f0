import type { Translation } from "#app/text/catalogue.ts"
import type { console as english } from "#app/text/en/console.ts"

export const console: Translation<typeof english> = {
  "nav.orders": "订单",
  "nav.products": "商品",
  "nav.settings": "设置",
}
