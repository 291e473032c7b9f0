import type { LoaderFunctionArgs } from "@remix-run/node"
import { Outlet, useLoaderData } from "@remix-run/react"
import { isManager, shopOf, signedIn } from "#app/console/shop-of.ts"
import { LiveProvider } from "#app/live/live-provider.tsx"
import { TextProvider, useLanguage } from "#app/text/text.tsx"
import { timeZoneOf } from "#app/text/time-zone.ts"
import { Workshop } from "#app/ui/workshop.tsx"
import { listMemberships } from "#server/domain/identity/index.ts"
import { countLowStock } from "#server/domain/inventory/index.ts"
import { countUnshipped } from "#server/domain/orders/index.ts"
import { ShopHead } from "./shop-head.tsx"
import { ShopNav } from "./shop-nav.tsx"
import { WatchShop } from "./watch-shop.tsx"

export async function loader(args: LoaderFunctionArgs) {
  const account = signedIn(args)
  const ctx = await shopOf(args)
  const { id, slug, name, status, currency, language, country, theme, host } = ctx.tenant
  const [shops, unshipped, lowStock] = await Promise.all([
    listMemberships(args.context.platform, account.id),
    countUnshipped(ctx),
    countLowStock(ctx),
  ])
  return {
    ...{ tenantId: id, slug, name, status, currency, language, country, theme, host, unshipped, lowStock },
    accountName: account.name,
    isManager: isManager(ctx),
    storefront: args.context.links.shop(ctx.tenant, "/"),
    since: args.context.seqOf(id),
    shops: shops.map(({ slug, name }) => ({ slug, name })),
  }
}

export type ConsoleShop = Awaited<ReturnType<typeof loader>>

/** The frame of a shop's pages. Times are the shop's, words the reader's. */
export default function ShopLayout() {
  const shop = useLoaderData<typeof loader>()
  return (
    <TextProvider language={useLanguage()} timeZone={timeZoneOf(shop.country)}>
      <LiveProvider key={shop.tenantId} since={shop.since}>
        <WatchShop tenantId={shop.tenantId} />
        <Workshop nav={<ShopNav shop={shop} />} head={<ShopHead shop={shop} />}>
          <Outlet />
        </Workshop>
      </LiveProvider>
    </TextProvider>
  )
}
