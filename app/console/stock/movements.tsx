import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { readListQuery } from "#app/console/list-query.ts"
import { useFresh } from "#app/console/live/use-fresh.ts"
import { shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { findStock, listMovements } from "#server/domain/inventory/index.ts"
import { refuse } from "#server/messages/refusals.ts"

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await shopOf(args)
  const variantId = args.params["variantId"] ?? ""
  const { page } = readListQuery(args.request)
  const [row, movements] = await Promise.all([findStock(ctx, variantId), listMovements(ctx, variantId, page)])
  if (!row) refuse("catalog.product-not-found")
  return { variantId, title: [row.productTitle, ...row.choices].join(" · "), movements }
}

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => consoleMeta(matches, "title.movements", page?.title)

/** The ledger of one variant: what happened, when, where, and for which order. */
export default function Movements() {
  const { variantId, title, movements } = useLoaderData<typeof loader>()
  const t = useText("console")
  const path = useShopPath()
  const { dateTime } = useFormats()
  const fresh = useFresh(
    movements.rows.map(({ id }) => id),
    String(movements.page),
  )
  const href = (page: number) => `${path("stock", variantId, "movements")}${page > 1 ? `?page=${page}` : ""}`
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("stock.title"), href: path("stock") },
          { label: title, href: path("stock", variantId) },
          { label: t("movements.title") },
        ]}
      />
      <PageHeader title={t("movements.title")} lead={title} />
      <DataTable
        caption={t("movements.title")}
        rows={movements.rows}
        rowKey={({ id }) => id}
        fresh={({ id }) => fresh(id)}
        empty={<EmptyState title={t("movements.none")}>{t("movements.none.text")}</EmptyState>}
        columns={[
          {
            key: "what",
            label: t("movements.what"),
            heading: true,
            cell: ({ kind }) => <span className="font-semibold">{t(`movement.${kind}`)}</span>,
          },
          { key: "when", label: t("movements.when"), cell: ({ at }) => dateTime(at) },
          {
            key: "why",
            label: t("movements.why"),
            cell: ({ order }) =>
              order ? (
                <Link to={path("orders", order.id)} className="text-link">
                  {t("order.number", { number: order.number })}
                </Link>
              ) : (
                t("movements.own")
              ),
          },
          { key: "where", label: t("movements.where"), cell: ({ location }) => location ?? "–" },
          { key: "reserved", label: t("stock.reserved"), amount: true, cell: ({ reservedDelta }) => signed(reservedDelta) },
          { key: "on-hand", label: t("stock.on-hand"), amount: true, cell: ({ onHandDelta }) => signed(onHandDelta) },
        ]}
      />
      <div className="mt-4 flex justify-between gap-3">
        {movements.page > 1 && (
          <LinkButton to={href(movements.page - 1)} look="secondary" icon="left">
            {t("movements.newer")}
          </LinkButton>
        )}
        {movements.hasMore && (
          <LinkButton to={href(movements.page + 1)} look="secondary" icon="right" className="ms-auto">
            {t("movements.older")}
          </LinkButton>
        )}
      </div>
    </>
  )
}

function signed(pieces: number): string {
  return pieces === 0 ? "–" : `${pieces > 0 ? "+" : "−"}${Math.abs(pieces)}`
}
