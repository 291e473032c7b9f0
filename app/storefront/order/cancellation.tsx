import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Form, useLoaderData, useNavigation } from "@remix-run/react"
import { orRefusal } from "#app/http/answer.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useText } from "#app/text/text.tsx"
import { textsIn } from "#app/text/texts.ts"
import { Button } from "#app/ui/button.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { cancelOrder } from "#server/domain/orders/index.ts"
import { ownOrder } from "./own-order.ts"

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, number, status } = await ownOrder({ request, params, context })
  if (status !== "placed") throw redirectTo(`/orders/${id}`)
  return { id, number, title: textsIn(context.language).say("storefront")("order.cancel.title", { number }) }
}

/** Gives the order up while it is not paid; afterwards its page says that it was too late. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id } = await ownOrder({ request, params, context })
  const cancelled = await orRefusal(context, () => cancelOrder(tenantOf(context), id, "shopper"))
  return redirectTo(`/orders/${id}${cancelled.ok ? "" : "?late"}`)
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data, matches }) =>
  shopMeta(shopIn(matches), { title: data?.title, path: `/orders/${data?.id ?? ""}/cancellation`, hidden: true })

export default function Cancellation() {
  const { id, title } = useLoaderData<typeof loader>()
  const t = useText("storefront")
  const isBusy = useNavigation().state !== "idle"
  return (
    <main id="content" className="page page-narrow page-main">
      <PageHeader title={title} lead={t("order.cancel.text")} />
      <Form method="post" className="flex flex-wrap gap-3">
        <Button look="danger" busy={isBusy}>
          {t("order.cancel.yes")}
        </Button>
        <LinkButton to={`/orders/${id}`} look="secondary">
          {t("order.cancel.no")}
        </LinkButton>
      </Form>
    </main>
  )
}
