import { classes } from "./classes.ts"
import { ProductCard, type ProductCardView } from "./product-card.tsx"

interface Props {
  products: readonly ProductCardView[]
  /** Three to a row at most, beside a column of filters. */
  roomy?: boolean
  /** How many pictures are seen at once and so not loaded lazily. */
  eager?: number
}

export function ProductGrid({ products, roomy = false, eager = 0 }: Props) {
  return (
    <ul className={classes("grid-goods", roomy && "grid-goods-roomy")}>
      {products.map((product, index) => (
        <li key={product.id}>
          <ProductCard product={product} eager={index < eager} />
        </li>
      ))}
    </ul>
  )
}
