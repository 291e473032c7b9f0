import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { adminOf } from "#app/admin/admin-of.ts"
import { textsIn } from "#app/text/texts.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { platformSummary } from "#server/domain/insights/index.ts"
import { useShopColumns } from "./use-shop-columns.tsx"

export async function loader(args: LoaderFunctionArgs) {
  adminOf(args)
  const { tenants } = await platformSummary(args.context.platform)
  return { tenants, title: textsIn(args.context.language).say("admin")("shops.title") }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => adminMeta(data?.title)

export default function Tenants() {
  const { tenants, title } = useLoaderData<typeof loader>()
  const t = useText("admin")
  const { money, number } = useFormats()
  const shopColumns = useShopColumns<(typeof tenants)[number]>()
  return (
    <>
      <PageHeader title={title} />
      <DataTable
        caption={t("shops.caption")}
        rows={tenants}
        rowKey={({ tenantId }) => tenantId}
        empty={<EmptyState icon="shop" title={t("shops.none")} />}
        columns={[
          ...shopColumns,
          { key: "products", label: t("shops.products"), amount: true, cell: ({ products }) => number(products) },
          { key: "customers", label: t("shops.customers"), amount: true, cell: ({ customers }) => number(customers) },
          { key: "orders", label: t("shops.orders"), amount: true, cell: ({ orders30Days }) => number(orders30Days) },
          { key: "revenue", label: t("shops.revenue"), amount: true, cell: ({ revenue30Days }) => money(revenue30Days) },
        ]}
      />
    </>
  )
}
