import type { LoaderFunctionArgs } from "@remix-run/node"
import { Link, Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react"
import { tenantOf } from "#app/http/tenant-of.ts"
import { LiveProvider } from "#app/live/live-provider.tsx"
import { useTrouble } from "#app/live/use-trouble.ts"
import { useText } from "#app/text/text.tsx"
import { CartLink } from "#app/ui/cart-link.tsx"
import { ConnectionNote } from "#app/ui/connection-note.tsx"
import { Icon } from "#app/ui/icon.tsx"
import { SiteFooter } from "#app/ui/site-footer.tsx"
import { SiteHeader } from "#app/ui/site-header.tsx"
import { SearchBox } from "./catalogue/search-box.tsx"
import { PersonalProvider, usePersonal } from "./personal.tsx"

/** Facts of the shop that every page of it shows. No query: they came with the host. */
export function loader({ context }: LoaderFunctionArgs) {
  const { id, name, tagline, currency, country } = tenantOf(context).tenant
  // Asked before the page's rows are read, so that what happens in between is told to the open page.
  return {
    tenantId: id,
    since: context.seqOf(id),
    name,
    tagline,
    currency,
    country,
    origin: context.origin,
    market: context.links.market("/"),
  }
}

export const shouldRevalidate = () => false

export type ShopFacts = Awaited<ReturnType<typeof loader>>

export function useShop(): ShopFacts {
  const facts = useRouteLoaderData<typeof loader>("storefront/layout")
  if (!facts) throw new Error("a shop's facts are asked for outside of its pages")
  return facts
}

export default function Storefront() {
  const shop = useLoaderData<typeof loader>()
  const t = useText("storefront")
  return (
    <LiveProvider since={shop.since}>
      <PersonalProvider>
        <SiteHeader
          name={shop.name}
          links={[
            { label: t("layout.home"), href: "/", end: true },
            { label: t("layout.products"), href: "/products" },
          ]}
          search={<SearchBox />}
          actions={<Actions />}
        />
        <Outlet />
        <Connection />
        <SiteFooter links={[{ label: t("layout.market"), href: shop.market }]}>
          <p className="font-semibold">{shop.name}</p>
          <p className="text-muted">{shop.tagline}</p>
        </SiteFooter>
      </PersonalProvider>
    </LiveProvider>
  )
}

function Connection() {
  return <ConnectionNote state={useTrouble()} />
}

function Actions() {
  const t = useText("storefront")
  const { cartCount, customerName } = usePersonal()
  const label = customerName ? t("layout.account-of", { name: customerName }) : t("layout.account")
  return (
    <>
      <Link to="/account" className="icon-button" aria-label={label} title={label}>
        <Icon name="user" size={24} />
      </Link>
      <CartLink href="/cart" count={cartCount} />
    </>
  )
}
