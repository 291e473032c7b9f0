import { Link } from "@remix-run/react"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { Section } from "#app/ui/section.tsx"
import type { TopProduct } from "#server/domain/insights/index.ts"

export function TopProducts({ products }: { products: readonly TopProduct[] }) {
  const t = useText("console")
  const { money, number } = useFormats()
  const path = useShopPath()
  return (
    <Section title={t("overview.top")}>
      <DataTable
        caption={t("overview.top")}
        rows={products}
        rowKey={({ productId }) => productId}
        empty={null}
        columns={[
          {
            key: "title",
            label: t("products.product"),
            heading: true,
            cell: ({ productId, title }) => <Link to={path("products", productId)}>{title}</Link>,
          },
          { key: "quantity", label: t("overview.top.sold"), amount: true, cell: ({ quantity }) => number(quantity) },
          { key: "revenue", label: t("overview.top.revenue"), amount: true, cell: ({ revenue }) => money(revenue) },
        ]}
      />
    </Section>
  )
}
