export { similarProducts } from "./similar-products.ts"
