import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { PageHeader } from "#app/ui/page-header.tsx"
import { textsIn } from "#app/text/texts.ts"
import { ListPage } from "./list-page.tsx"
import { loadList } from "./load-list.ts"

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await loadList(args)
  return { ...loaded, title: textsIn(args.context.language).say("storefront")("list.all") }
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data, matches, location: { pathname, search } }) =>
  shopMeta(shopIn(matches), {
    title: data?.title,
    ...(data?.found ? { path: pathname, hidden: true } : { path: pathname + search }),
  })

export default function Products() {
  const t = useText("storefront")
  const loaded = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-main">
      <PageHeader title={t("list.all")} />
      <ListPage {...loaded} />
    </main>
  )
}
