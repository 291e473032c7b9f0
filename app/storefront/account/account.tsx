import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Form, Link, useLoaderData } from "@remix-run/react"
import { redirectTo } from "#app/http/redirect-to.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { shopperState, stateTones } from "#app/storefront/order/shopper-state.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { textsIn } from "#app/text/texts.ts"
import { Badge } from "#app/ui/badge.tsx"
import { Button } from "#app/ui/button.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Section } from "#app/ui/section.tsx"
import { listCustomerOrders } from "#server/domain/orders/index.ts"

export async function loader({ context }: LoaderFunctionArgs) {
  const { customer } = context
  if (!customer) throw redirectTo("/account/sign-in")
  const orders = await listCustomerOrders(tenantOf(context), customer.id)
  return {
    title: textsIn(context.language).say("storefront")("account.title"),
    customer: { name: customer.name, email: customer.email },
    orders: orders.map(({ id, number, status, placedAt, count, total }) => ({ id, number, status, placedAt, count, total })),
  }
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data, matches }) =>
  shopMeta(shopIn(matches), { title: data?.title, path: "/account", hidden: true })

export default function Account() {
  const { customer, orders } = useLoaderData<typeof loader>()
  const t = useText("storefront")
  const { money, date } = useFormats()
  return (
    <main id="content" className="page page-main">
      <PageHeader
        title={t("account.hello", { name: customer.name })}
        lead={customer.email}
        actions={
          <Form method="post" action="/account/sign-out">
            <Button look="secondary" icon="door">
              {t("account.sign-out")}
            </Button>
          </Form>
        }
      />
      <Section title={t("account.orders")}>
        <DataTable
          caption={t("account.orders")}
          rows={orders}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "number",
              label: t("account.order"),
              heading: true,
              cell: ({ id, number }) => <Link to={`/orders/${id}`}>{t("order.title", { number })}</Link>,
            },
            { key: "date", label: t("account.date"), cell: ({ placedAt }) => date(placedAt) },
            { key: "state", label: t("account.state"), cell: ({ status }) => <State status={status} /> },
            { key: "count", label: t("account.pieces"), amount: true, cell: ({ count }) => count },
            { key: "total", label: t("account.total"), amount: true, cell: ({ total }) => money(total) },
          ]}
          empty={
            <EmptyState title={t("account.orders.empty")} action={<LinkButton to="/products">{t("cart.browse")}</LinkButton>}>
              {t("account.orders.empty.text")}
            </EmptyState>
          }
        />
      </Section>
    </main>
  )
}

function State({ status }: { status: Parameters<typeof shopperState>[0]["status"] }) {
  const t = useText("storefront")
  const state = shopperState({ status, payment: null }, false)
  return <Badge tone={stateTones[state]}>{t(`order.state.${state}`)}</Badge>
}
