import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { tenantOf } from "#app/http/tenant-of.ts"
import { useText } from "#app/text/text.tsx"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { PageHeader } from "#app/ui/page-header.tsx"
import { listCategories, listProducts } from "#server/domain/catalog/index.ts"
import { surrogate } from "#server/kernel/tenant-keys.ts"
import { textsIn } from "#app/text/texts.ts"
import { ListPage } from "./list-page.tsx"
import { readListQuery } from "./list-query.ts"

const perPage = 24

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = tenantOf(context)
  const { sort, page } = readListQuery(request)
  const [list, categories] = await Promise.all([listProducts(ctx, { sort, page, perPage }), listCategories(ctx)])
  context.cacheable([surrogate.shop(ctx.tenant.id)])
  return { list, categories, sort, title: textsIn(context.language).say("storefront")("list.all") }
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data, matches, location }) =>
  shopMeta(shopIn(matches), { title: data?.title, path: location.pathname + location.search })

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
