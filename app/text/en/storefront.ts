export const storefront = {
  "home.newest": "Newest",
  "cart.title": "Your cart",
  "product.add": "Add to cart",
} as const
