export const market = {
  "home.title": "Every shop on one bridge",
  "home.newest": "Newest goods",
  "home.shops": "Shops",
} as const
