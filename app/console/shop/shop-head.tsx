import { Form, Link, useLocation } from "@remix-run/react"
import { useConnection } from "#app/live/use-connection.ts"
import { useText } from "#app/text/text.tsx"
import { Badge } from "#app/ui/badge.tsx"
import { Button } from "#app/ui/button.tsx"
import { Icon } from "#app/ui/icon.tsx"
import { LanguageSwitch } from "#app/ui/language-switch.tsx"
import { LiveDot } from "#app/ui/live-dot.tsx"
import { ModeSwitch } from "#app/ui/mode-switch.tsx"
import { Monogram } from "#app/ui/monogram.tsx"
import type { ConsoleShop } from "./layout.tsx"
import { Menu } from "./menu.tsx"

const menuItem = "flex min-h-11 items-center gap-2 rounded-md px-3 hover:bg-sunken aria-current:font-semibold"

/** Which shop this is and how to get to another; whether the page is live; who is at work. */
export function ShopHead({ shop }: { shop: ConsoleShop }) {
  const t = useText("console")
  return (
    <>
      <ShopSwitch shop={shop} />
      {shop.status === "suspended" && <Badge tone="danger">{t("shop.suspended")}</Badge>}
      <span className="min-w-0 flex-1" />
      <LiveDot connected={useConnection() !== "offline"} />
      <a
        href={shop.storefront}
        className="icon-button"
        aria-label={t("shop.visit")}
        title={t("shop.visit")}
        target="_blank"
        rel="noreferrer"
      >
        <Icon name="shop" />
      </a>
      <AccountMenu name={shop.accountName} />
    </>
  )
}

function ShopSwitch({ shop }: { shop: ConsoleShop }) {
  const t = useText("console")
  return (
    <Menu
      label={t("shop.switch")}
      summary={
        <>
          <Monogram name={shop.name} />
          <span className="min-w-0 truncate font-semibold">{shop.name}</span>
          <Icon name="down" size={16} />
        </>
      }
    >
      <ul>
        {shop.shops.map(({ slug, name }) => (
          <li key={slug}>
            <Link to={`/shops/${slug}`} className={menuItem} aria-current={slug === shop.slug ? "true" : undefined}>
              <span className="min-w-0 flex-1 truncate">{name}</span>
              {slug === shop.slug && <Icon name="check" size={16} />}
            </Link>
          </li>
        ))}
        <li className="mt-1 border-line border-t pt-1">
          <Link to="/shops/new" className={`${menuItem} text-link`}>
            <Icon name="plus" size={16} />
            {t("shops.open")}
          </Link>
        </li>
      </ul>
    </Menu>
  )
}

function AccountMenu({ name }: { name: string }) {
  const t = useText("console")
  const { pathname, search } = useLocation()
  return (
    <Menu label={t("account.menu", { name })} end summary={<Icon name="user" />}>
      <p className="px-3 py-2 font-semibold">{name}</p>
      <div className="border-line border-t px-2 py-1">
        <LanguageSwitch action="/language" returnTo={pathname + search} />
        <ModeSwitch />
      </div>
      <Form method="post" action="/sign-out" reloadDocument className="border-line border-t pt-1">
        <Button look="quiet" size="small" icon="door">
          {t("sign-out")}
        </Button>
      </Form>
    </Menu>
  )
}
