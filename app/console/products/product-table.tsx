import { Link } from "@remix-run/react"
import type { ReactNode } from "react"
import { useShop, useShopPath } from "#app/console/shop/use-shop.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { Picture } from "#app/ui/picture.tsx"
import { Price } from "#app/ui/price.tsx"
import { StockBadge } from "#app/ui/stock-badge.tsx"
import type { ProductLine } from "#server/domain/catalog/index.ts"
import { ProductState } from "./product-state.tsx"

export function ProductTable({ products, empty }: { products: readonly ProductLine[]; empty: ReactNode }) {
  const t = useText("console")
  const { number } = useFormats()
  const { tenantId } = useShop()
  const path = useShopPath()
  return (
    <DataTable
      caption={t("products.title")}
      rows={products}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "title",
          label: t("products.product"),
          heading: true,
          cell: ({ id, title, picture, categoryName }) => (
            <span className="flex min-w-0 items-center gap-3">
              <span className="w-12 flex-none">
                <Picture picture={picture && { ...picture, tenantId, alt: "" }} sizes="3rem" shape="square" />
              </span>
              <span className="min-w-0">
                <Link to={path("products", id)} prefetch="intent" className="block break-words">
                  {title}
                </Link>
                {categoryName && <span className="block text-muted text-sm">{categoryName}</span>}
              </span>
            </span>
          ),
        },
        { key: "state", label: t("products.state"), cell: ({ status }) => <ProductState status={status} /> },
        { key: "free", label: t("products.stock"), cell: ({ free }) => <StockBadge free={free} /> },
        { key: "on-hand", label: t("stock.on-hand"), amount: true, cell: ({ onHand }) => number(onHand) },
        { key: "variants", label: t("products.variants"), amount: true, cell: ({ variantCount }) => number(variantCount) },
        {
          key: "price",
          label: t("products.price"),
          amount: true,
          cell: ({ from, priceVaries }) => <Price amount={from} from={priceVaries} />,
        },
      ]}
    />
  )
}
