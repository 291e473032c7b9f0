import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { PostingTable } from "#app/console/money/posting-table.tsx"
import { countryName } from "#app/console/opening/opening-choices.ts"
import { isManager, shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Section } from "#app/ui/section.tsx"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { listPostings } from "#server/domain/ledger/index.ts"
import { findOrder, type OrderView } from "#server/domain/orders/index.ts"
import { listSent } from "#server/domain/payments/index.ts"
import { CancelOrder } from "./cancel-order.tsx"
import { OrderCourse } from "./order-course.tsx"
import { OrderFacts } from "./order-facts.tsx"
import { OrderLines } from "./order-lines.tsx"
import { isRefundable, OrderRefunds } from "./order-refunds.tsx"
import { OrderState } from "./order-state.tsx"
import { ShipForm } from "./ship-form.tsx"

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await shopOf(args)
  const order = await findOrder(ctx, args.params["orderId"] ?? "", { staff: true })
  const isTold = isManager(ctx) && order.payment !== null
  const { postings } = isTold ? await listPostings(ctx, { references: await referencesOf(ctx, order) }) : { postings: [] }
  return { order, postings, isManager: isManager(ctx), country: countryName(order.address.country, args.context.language) }
}

/** What the books tell of an order by: its payment, its refunds, and what was sent of it. */
async function referencesOf(ctx: TenantContext, { payment, refunds }: OrderView): Promise<string[]> {
  if (!payment) return []
  return [payment.id, ...refunds.map(({ id }) => id), ...(await listSent(ctx, payment.id))]
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  consoleMeta(matches, "title.order", data ? `#${data.order.number}` : undefined)

export default function Order() {
  const { order, postings, isManager, country } = useLoaderData<typeof loader>()
  const t = useText("console")
  const { dateTime } = useFormats()
  const path = useShopPath()
  const name = t("order.number", { number: order.number })
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("orders.title"), href: path("orders") }, { label: name }]} />
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            {name} <OrderState status={order.status} />
          </span>
        }
        lead={t("order.placed-at", { at: dateTime(order.placedAt) })}
        actions={
          <>
            {order.status === "placed" && <CancelOrder orderId={order.id} />}
            {isManager && isRefundable(order) && (
              <LinkButton to={path("orders", order.id, "refunds")} look="secondary">
                {t("refund.open")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid items-start gap-[var(--gap)] lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid gap-[var(--gap)]">
          {order.status === "paid" && <ShipForm orderId={order.id} />}
          <OrderLines order={order} />
        </div>
        <div className="grid gap-[var(--gap)]">
          <OrderCourse order={order} />
          <OrderRefunds order={order} />
          <OrderFacts order={order} country={country} />
        </div>
      </div>
      {isManager && (
        <Section title={t("order.ledger")}>
          <PostingTable caption={t("order.ledger")} postings={postings} empty={t("order.ledger.empty")} />
        </Section>
      )}
    </>
  )
}
