import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Form, useLoaderData } from "@remix-run/react"
import { redirectTo } from "#app/http/redirect-to.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useText } from "#app/text/text.tsx"
import { textsIn } from "#app/text/texts.ts"
import { Button } from "#app/ui/button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Section } from "#app/ui/section.tsx"
import { listCustomerOrders } from "#server/domain/orders/index.ts"
import { OrderTable } from "./order-table.tsx"

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
        <OrderTable orders={orders} />
      </Section>
    </main>
  )
}
