import { useText } from "#app/text/text.tsx"
import { SideNav, type SideNavItem } from "#app/ui/side-nav.tsx"
import { Wordmark } from "#app/ui/wordmark.tsx"
import type { ConsoleShop } from "./layout.tsx"

export function ShopNav({ shop }: { shop: ConsoleShop }) {
  const t = useText("console")
  const base = `/shops/${shop.slug}`
  const items: SideNavItem[] = [
    { label: t("nav.overview"), href: base, icon: "chart", end: true },
    { label: t("nav.orders"), href: `${base}/orders`, icon: "truck", count: shop.unshipped },
    { label: t("nav.products"), href: `${base}/products`, icon: "tag" },
    { label: t("nav.stock"), href: `${base}/stock`, icon: "box", count: shop.lowStock },
  ]
  const managed: SideNavItem[] = [
    { label: t("nav.search"), href: `${base}/search`, icon: "search" },
    { label: t("nav.recommendations"), href: `${base}/recommendations`, icon: "people" },
    { label: t("nav.money"), href: `${base}/money`, icon: "card" },
    { label: t("nav.settings"), href: `${base}/settings`, icon: "gear" },
  ]
  return (
    <SideNav
      label={t("nav.label")}
      items={shop.isManager ? [...items, ...managed] : items}
      head={<Wordmark name="Rialto" href={base} />}
    />
  )
}
