import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { tenantOf } from "#app/http/tenant-of.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { Hero } from "#app/ui/hero.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Section } from "#app/ui/section.tsx"
import { listCategories, listProducts } from "#server/domain/catalog/index.ts"
import { surrogate } from "#server/kernel/tenant-keys.ts"
import { CategoryLinks } from "./catalogue/category-links.tsx"
import { LiveGrid } from "./catalogue/live-grid.tsx"
import { useShop } from "./layout.tsx"
import { PersonalShelves } from "./shelves/personal-shelves.tsx"
import { pictureOf } from "#app/ui/picture-source.ts"
import { shopIn, type ShopMatches, shopMeta } from "./shop-meta.ts"

export async function loader({ context }: LoaderFunctionArgs) {
  const ctx = tenantOf(context)
  const [newest, categories] = await Promise.all([listProducts(ctx, { perPage: 12 }), listCategories(ctx)])
  context.cacheable([surrogate.shop(ctx.tenant.id)])
  return { products: newest.products, categories }
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ matches }) => shopMeta(shopIn(matches), { path: "/" })

export default function Home() {
  const { products, categories } = useLoaderData<typeof loader>()
  const shop = useShop()
  const t = useText("storefront")
  const [first, ...others] = products
  if (!first) {
    return (
      <main id="content" className="page page-main">
        <EmptyState icon="shop" title={t("home.empty.title", { shop: shop.name })}>
          {t("home.empty.text")}
        </EmptyState>
      </main>
    )
  }
  return (
    <main id="content">
      <Hero
        eyebrow={shop.name}
        title={shop.tagline || shop.name}
        lead={t("home.lead", { product: first.title })}
        picture={pictureOf(shop.tenantId, first.picture)}
        actions={
          <>
            <LinkButton to="/products">{t("home.browse")}</LinkButton>
            <LinkButton to={`/products/${first.slug}`} look="secondary">
              {first.title}
            </LinkButton>
          </>
        }
      />
      <div className="page page-main">
        <CategoryLinks categories={categories} />
        <Section title={t("home.newest")} more={<Link to="/products">{t("home.all")}</Link>}>
          <LiveGrid products={others} eager={4} />
        </Section>
        <PersonalShelves place="home" />
      </div>
    </main>
  )
}
