import { Link } from "@remix-run/react"
import type { ReactNode } from "react"
import { useText } from "#app/text/text.tsx"
import type { Money } from "#server/kernel/money.ts"
import { Badge } from "./badge.tsx"
import { classes } from "./classes.ts"
import { Marked } from "./marked.tsx"
import { Picture } from "./picture.tsx"
import type { PictureView } from "./picture-source.ts"
import { Price } from "./price.tsx"
import { StockBadge, stockLevel } from "./stock-badge.tsx"

export interface ProductCardView {
  id: string
  href: string
  name: string
  /** A quiet line under the name: the shop, the maker, the number of colours. */
  note?: string | undefined
  picture: PictureView | null
  price: Money
  compareAt?: Money | null | undefined
  priceFrom?: boolean | undefined
  /** Units that can be bought over all variants; left out where stock is not shown. */
  free?: number | undefined
  /** Units that can be ordered, where that may be more. */
  promisable?: number | undefined
  isNew?: boolean | undefined
  /** Stretches of the name that say what was looked for. */
  marks?: readonly { readonly from: number; readonly to: number }[] | undefined
}

export function ProductCard({ product, eager = false }: { product: ProductCardView; eager?: boolean }) {
  const t = useText("ui")
  const level = product.free === undefined ? "in" : stockLevel({ ...product, free: product.free })
  const reduced = product.compareAt && product.compareAt.minor > product.price.minor
  return (
    <article className={classes("card", level === "gone" && "card-gone")}>
      <Picture picture={product.picture} eager={eager} />
      <div className="card-badges">
        {product.isNew && <Badge tone="accent">{t("badge.new")}</Badge>}
        {reduced && <Badge tone="danger">{t("badge.sale")}</Badge>}
      </div>
      <div className="card-text">
        <h3 className="card-name">
          <Address href={product.href}>
            <Marked text={product.name} marks={product.marks} />
          </Address>
        </h3>
        {product.note && <p className="card-note">{product.note}</p>}
        <div className="card-foot">
          <Price amount={product.price} compareAt={product.compareAt} from={product.priceFrom ?? false} />
          {product.free !== undefined && level !== "in" && <StockBadge free={product.free} promisable={product.promisable} />}
        </div>
      </div>
    </article>
  )
}

/** Another shop's goods live on another host, which the client router cannot open. */
function Address({ href, children }: { href: string; children: ReactNode }) {
  return href.startsWith("/") ? (
    <Link to={href} prefetch="intent">
      {children}
    </Link>
  ) : (
    <a href={href}>{children}</a>
  )
}
