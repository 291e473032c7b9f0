import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { tenantOf } from "#app/http/tenant-of.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { listCategories, listProducts } from "#server/domain/catalog/index.ts"
import { surrogate } from "#server/kernel/tenant-keys.ts"
import { refuse } from "#server/messages/refusals.ts"
import { ListPage } from "./list-page.tsx"
import { readListQuery } from "./list-query.ts"

const perPage = 24

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = tenantOf(context)
  const { sort, page } = readListQuery(request)
  const slug = params.slug ?? ""
  const [list, categories] = await Promise.all([
    listProducts(ctx, { categorySlug: slug, sort, page, perPage }),
    listCategories(ctx),
  ])
  const category = categories.find((one) => one.slug === slug)
  if (!category) refuse("catalog.category-not-found")
  context.cacheable([surrogate.shop(ctx.tenant.id)])
  return { list, categories, sort, category }
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data, matches, location }) =>
  shopMeta(shopIn(matches), { title: data?.category.name, path: location.pathname + location.search })

export default function Category() {
  const t = useText("storefront")
  const { category, ...loaded } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-main">
      <Breadcrumb crumbs={[{ label: t("layout.products"), href: "/products" }, { label: category.name }]} />
      <PageHeader title={category.name} />
      <ListPage {...loaded} />
    </main>
  )
}
