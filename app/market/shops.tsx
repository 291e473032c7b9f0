import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { platformOf } from "#app/http/tenant-of.ts"
import { textsIn } from "#app/text/texts.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { newestAcrossShops } from "#server/domain/catalog/index.ts"
import { listShops } from "#server/domain/tenants/index.ts"
import { surrogate } from "#server/kernel/tenant-keys.ts"
import { marketMeta } from "./market-meta.ts"
import { shopTileViews } from "./shop-tile-views.ts"
import { ShopTiles } from "./shop-tiles.tsx"

export async function loader({ context }: LoaderFunctionArgs) {
  const platform = platformOf(context)
  const [shops, goods] = await Promise.all([listShops(platform), newestAcrossShops(platform, { perPage: 48 })])
  context.cacheable([surrogate.market()])
  return { shops: shopTileViews(context.links, shops, goods), title: textsIn(context.language).say("market")("shops.title") }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => marketMeta(data?.title)

export default function Shops() {
  const { shops, title } = useLoaderData<typeof loader>()
  const t = useText("market")
  return (
    <main id="content" className="page page-main">
      <PageHeader title={title} lead={shops.length > 0 && t("shops.lead", { count: shops.length })} />
      {shops.length === 0 ? <EmptyState icon="shop" title={t("shops.none")} /> : <ShopTiles shops={shops} />}
    </main>
  )
}
