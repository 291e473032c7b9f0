import type { LoaderFunctionArgs } from "@remix-run/node"
import { Form, Outlet, useLoaderData, useLocation } from "@remix-run/react"
import { LiveProvider } from "#app/live/live-provider.tsx"
import { useConnection } from "#app/live/use-connection.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { LanguageSwitch } from "#app/ui/language-switch.tsx"
import { LiveDot } from "#app/ui/live-dot.tsx"
import { ModeSwitch } from "#app/ui/mode-switch.tsx"
import { SideNav } from "#app/ui/side-nav.tsx"
import { Wordmark } from "#app/ui/wordmark.tsx"
import { Workshop } from "#app/ui/workshop.tsx"
import { adminOf } from "./admin-of.ts"

export function loader(args: LoaderFunctionArgs) {
  return { name: adminOf(args).name }
}

export default function Frame() {
  const t = useText("admin")
  return (
    <LiveProvider>
      <Workshop
        head={<Head />}
        nav={
          <SideNav
            label={t("nav.label")}
            head={<Wordmark name="Rialto" />}
            items={[
              { label: t("nav.overview"), href: "/", icon: "chart", end: true },
              { label: t("nav.shops"), href: "/tenants", icon: "shop" },
              { label: t("nav.money"), href: "/money", icon: "card" },
              { label: t("nav.audit"), href: "/audit", icon: "lock" },
              { label: t("nav.mail"), href: "/mail", icon: "mail" },
            ]}
          />
        }
      >
        <Outlet />
      </Workshop>
    </LiveProvider>
  )
}

function Head() {
  const t = useText("admin")
  const { name } = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  return (
    <>
      <LiveDot connected={useConnection() === "live"} />
      <span className="flex-1" />
      <span className="max-sm:hidden">
        <LanguageSwitch action="/language" returnTo={pathname + search} />
      </span>
      <ModeSwitch />
      <span className="truncate font-semibold max-sm:hidden">{name}</span>
      <Form method="post" action="/sign-out" reloadDocument>
        <Button look="quiet" size="small" icon="door" aria-label={t("sign-out")} title={t("sign-out")} />
      </Form>
    </>
  )
}
