import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData, useRouteLoaderData } from "@remix-run/react"
import { platformOf } from "#app/http/tenant-of.ts"
import { textsIn } from "#app/text/texts.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { Hero } from "#app/ui/hero.tsx"
import { buttonClass } from "#app/ui/button.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { ProductGrid } from "#app/ui/product-grid.tsx"
import { Section } from "#app/ui/section.tsx"
import { newestAcrossShops } from "#server/domain/catalog/index.ts"
import { listShops } from "#server/domain/tenants/index.ts"
import { surrogate } from "#server/kernel/tenant-keys.ts"
import type { loader as loadLayout } from "./layout.tsx"
import { marketCard } from "./market-card.ts"
import { marketMeta } from "./market-meta.ts"
import { shopTileViews } from "./shop-tile-views.ts"
import { ShopTiles } from "./shop-tiles.tsx"

const mostShops = 6

export async function loader({ context }: LoaderFunctionArgs) {
  const platform = platformOf(context)
  const [shops, newest] = await Promise.all([listShops(platform), newestAcrossShops(platform, { perPage: 24 })])
  context.cacheable([surrogate.market()])
  return {
    shops: shopTileViews(context.links, shops.slice(0, mostShops), newest),
    newest: newest.map((product) => marketCard(context.links, product)),
    description: textsIn(context.language).say("market")("home.description"),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => marketMeta(undefined, data?.description)

export default function Home() {
  const { shops, newest } = useLoaderData<typeof loader>()
  const t = useText("market")
  const open = useRouteLoaderData<typeof loadLayout>("market/layout")?.open
  return (
    <main id="content">
      <Hero
        eyebrow="Rialto"
        title={t("home.title")}
        lead={t("home.lead")}
        picture={newest[0]?.picture}
        actions={<LinkButton to="/shops">{t("home.browse")}</LinkButton>}
      />
      <div className="page page-main">
        <Section title={t("home.shops")} more={<Link to="/shops">{t("home.all-shops")}</Link>}>
          {shops.length === 0 ? <EmptyState icon="shop" title={t("shops.none")} /> : <ShopTiles shops={shops} />}
        </Section>
        {newest.length > 0 && (
          <Section title={t("home.newest")}>
            <ProductGrid products={newest} />
          </Section>
        )}
        <section className="section panel">
          <h2>{t("home.sell.title")}</h2>
          <p className="my-4 max-w-[60ch]">{t("home.sell.text")}</p>
          {open && (
            <a className={buttonClass({})} href={open}>
              {t("layout.open")}
            </a>
          )}
        </section>
      </div>
    </main>
  )
}
