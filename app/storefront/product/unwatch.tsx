import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react"
import { tenantOf } from "#app/http/tenant-of.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useText } from "#app/text/text.tsx"
import { textsIn } from "#app/text/texts.ts"
import { Button } from "#app/ui/button.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { endWatch } from "#server/domain/inventory/index.ts"

/** Looks nothing up: programs that follow every link of a mail end nothing, and nobody learns which links there are. */
export function loader({ context }: LoaderFunctionArgs) {
  return { title: textsIn(context.language).say("storefront")("unwatch.title") }
}

/** Saying it twice changes nothing. */
export async function action({ params, context }: ActionFunctionArgs) {
  await endWatch(tenantOf(context), (params["token"] ?? "").slice(0, 200))
  return { ended: true }
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data: page, matches }) =>
  shopMeta(shopIn(matches), { title: page?.title, path: "/back-in-stock", hidden: true })

export default function Unwatch() {
  const { title } = useLoaderData<typeof loader>()
  const hasEnded = useActionData<typeof action>()?.ended ?? false
  const t = useText("storefront")
  const isBusy = useNavigation().state !== "idle"
  return (
    <main id="content" className="page page-narrow page-main">
      <div aria-live="polite">
        <PageHeader title={hasEnded ? t("unwatch.done") : title} lead={t(hasEnded ? "unwatch.done.text" : "unwatch.text")} />
      </div>
      <Form method="post" className="flex flex-wrap gap-3">
        {!hasEnded && <Button busy={isBusy}>{t("unwatch.do")}</Button>}
        <LinkButton to="/products" look="secondary">
          {t("cart.browse")}
        </LinkButton>
      </Form>
    </main>
  )
}
