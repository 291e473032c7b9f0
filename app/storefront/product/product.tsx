import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { tenantOf } from "#app/http/tenant-of.ts"
import { useLive } from "#app/live/use-hint.ts"
import { LiveGrid } from "#app/storefront/catalogue/live-grid.tsx"
import { useShop } from "#app/storefront/layout.tsx"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { Section } from "#app/ui/section.tsx"
import { findProduct } from "#server/domain/catalog/index.ts"
import { bundleContents } from "#server/domain/inventory/index.ts"
import { productShelves } from "#server/domain/recommendations/index.ts"
import { surrogate } from "#server/kernel/tenant-keys.ts"
import { refuse } from "#server/messages/refusals.ts"
import { Gallery } from "./gallery.tsx"
import { productFacts } from "./product-facts.ts"
import { Purchase } from "./purchase.tsx"
import { useViewSignal } from "./send-signal.ts"
import { Viewers } from "./viewers.tsx"

export async function loader({ params, context }: LoaderFunctionArgs) {
  const ctx = tenantOf(context)
  const product = await findProduct(ctx, params.slug ?? "")
  if (!product) refuse("catalog.product-not-found")
  const [{ similar, together }, bundles] = await Promise.all([
    productShelves(ctx, product.id, 4),
    bundleContents(ctx, product.id),
  ])
  const [alike, bought] = [similar, together].map(({ items }) => items.map(({ card }) => card))
  const shown = { similar: alike ?? [], together: bought ?? [] }
  context.cacheable([
    surrogate.product(ctx.tenant.id, product.id),
    ...[...shown.similar, ...shown.together].map(({ id }) => surrogate.product(ctx.tenant.id, id)),
    ...bundles.flatMap(({ parts }) => parts.map(({ productId }) => surrogate.product(ctx.tenant.id, productId))),
  ])
  return { product, bundles, ...shown }
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data, matches }) => {
  const shop = shopIn(matches)
  if (!data || !shop) return []
  const { title, description, slug, pictures } = data.product
  const page = { title, description: description.slice(0, 160), path: `/products/${slug}`, picture: pictures[0] }
  return [...shopMeta(shop, page), { "script:ld+json": productFacts(shop, data.product) }]
}

export default function Product() {
  const { product, bundles, similar, together } = useLoaderData<typeof loader>()
  const t = useText("storefront")
  const shop = useShop()
  useLive({ topic: "product", id: product.id })
  useViewSignal(product.id)
  return (
    <main id="content" className="page page-main">
      <Breadcrumb
        crumbs={[
          { label: t("layout.products"), href: "/products" },
          ...(product.category ? [{ label: product.category.name, href: `/categories/${product.category.slug}` }] : []),
          { label: product.title },
        ]}
      />
      <div className="product">
        <Gallery key={product.id} pictures={product.pictures} />
        <div className="product-text">
          <p className="text-muted">{product.vendor || shop.name}</p>
          <h1>{product.title}</h1>
          <Purchase key={product.id} product={product} bundles={bundles} />
          <Viewers productId={product.id} />
          <div className="product-description">
            {product.description.split("\n").map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </div>
      </div>
      {together.length > 0 && (
        <Section title={t("shelf.together")}>
          <LiveGrid products={together} />
        </Section>
      )}
      {similar.length > 0 && (
        <Section title={t("product.similar")}>
          <LiveGrid products={similar} />
        </Section>
      )}
    </main>
  )
}
