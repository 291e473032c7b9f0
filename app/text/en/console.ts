export const console = {
  "nav.orders": "Orders",
  "nav.products": "Products",
  "nav.settings": "Settings",
} as const
