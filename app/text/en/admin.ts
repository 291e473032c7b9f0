export const admin = {
  "nav.overview": "Overview",
  "nav.shops": "Shops",
} as const
