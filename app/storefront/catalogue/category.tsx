import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { refuse } from "#server/messages/refusals.ts"
import { ListPage } from "./list-page.tsx"
import { loadList } from "./load-list.ts"

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? ""
  const loaded = await loadList({ request, context }, slug)
  const category = loaded.categories.find((one) => one.slug === slug)
  if (!category) refuse("catalog.category-not-found")
  return { ...loaded, category }
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data, matches, location: { pathname, search } }) =>
  shopMeta(shopIn(matches), {
    title: data?.category.name,
    ...(data?.found ? { path: pathname, hidden: true } : { path: pathname + search }),
  })

export default function Category() {
  const t = useText("storefront")
  const { category, ...loaded } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="page page-main">
      <Breadcrumb crumbs={[{ label: t("layout.products"), href: "/products" }, { label: category.name }]} />
      <PageHeader title={category.name} />
      <ListPage key={category.slug} {...loaded} shelf={category.slug} />
    </main>
  )
}
