import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { useRefresh } from "#app/console/live/use-refresh.ts"
import { OrderTable } from "#app/console/orders/order-table.tsx"
import { isManager, shopOf } from "#app/console/shop-of.ts"
import { useShop, useShopPath } from "#app/console/shop/use-shop.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Section } from "#app/ui/section.tsx"
import { StatTile } from "#app/ui/stat-tile.tsx"
import { listAllProducts } from "#server/domain/catalog/index.ts"
import { shopSummary, visitorsNow } from "#server/domain/insights/index.ts"
import { listOrders } from "#server/domain/orders/index.ts"
import { DayChart } from "./day-chart.tsx"
import { FirstSteps } from "./first-steps.tsx"
import { LowStock } from "./low-stock.tsx"
import { TopProducts } from "./top-products.tsx"

const lastOrders = 8

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await shopOf(args)
  const [summary, visitors, { orders }, { products }] = await Promise.all([
    shopSummary(ctx),
    visitorsNow(ctx),
    listOrders(ctx),
    listAllProducts(ctx, { perPage: 1 }),
  ])
  const { revenueToday, revenue30Days, topProducts, ...counts } = summary
  const days = revenue30Days.map(({ day, orders }) => ({ day, orders }))
  // What the shop earns is not a clerk's: it does not leave the server.
  const money = isManager(ctx) ? { revenueToday, revenue30Days: revenue30Days.map(({ minor }) => minor), topProducts } : null
  const [newest] = products
  const steps =
    newest && orders.length > 0 ? null : { hasProduct: newest !== undefined, isPublished: newest?.status === "published" }
  return { counts, days, money, visitors, orders: orders.slice(0, lastOrders), steps }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.overview")

export default function Overview() {
  const { days, money, orders, counts, steps } = useLoaderData<typeof loader>()
  const t = useText("console")
  const path = useShopPath()
  const { storefront } = useShop()
  // People who only look around make no event.
  useRefresh(30_000)
  return (
    <>
      <PageHeader title={t("overview.title")} />
      {steps && <FirstSteps {...steps} storefront={storefront} />}
      <Tiles />
      <div className="mt-[var(--gap)] grid gap-[var(--gap)] lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <DayChart days={days} minors={money?.revenue30Days} />
        <LowStock variants={counts.lowStock} />
      </div>
      <Section
        title={t("overview.orders")}
        more={
          <Link className="text-link" to={path("orders")}>
            {t("overview.orders.all")}
          </Link>
        }
      >
        <OrderTable
          caption={t("overview.orders")}
          orders={orders}
          empty={
            <EmptyState
              icon="truck"
              title={t("orders.empty")}
              action={
                <LinkButton to={storefront} reloadDocument look="secondary">
                  {t("shop.visit")}
                </LinkButton>
              }
            >
              {t("orders.empty.text")}
            </EmptyState>
          }
        />
      </Section>
      {money && money.topProducts.length > 0 && <TopProducts products={money.topProducts} />}
    </>
  )
}

function Tiles() {
  const { counts, days, money: earned, visitors } = useLoaderData<typeof loader>()
  const t = useText("console")
  const { money, number } = useFormats()
  return (
    <div className="stat-row">
      <StatTile
        label={t("overview.orders-today")}
        value={number(counts.ordersToday)}
        trend={days.slice(-14).map(({ orders }) => orders)}
      />
      {earned && (
        <StatTile
          label={t("overview.revenue-today")}
          value={money(earned.revenueToday)}
          trend={earned.revenue30Days.slice(-14).map(Number)}
        />
      )}
      <StatTile
        label={t("overview.visitors-now")}
        value={number(visitors)}
        note={t("overview.visitors-today", { count: counts.visitorsToday })}
      />
      <StatTile
        label={t("overview.to-ship")}
        value={number(counts.ordersToShip)}
        note={t("overview.low", { count: counts.lowStock.length })}
      />
    </div>
  )
}
