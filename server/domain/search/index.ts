export { indexProduct } from "./index-product.ts"
export { searchProducts } from "./search-products.ts"
