import type { LoaderFunctionArgs } from "@remix-run/node"
import { Form, Outlet, useLoaderData, useLocation } from "@remix-run/react"
import { LiveProvider } from "#app/live/live-provider.tsx"
import { useConnection } from "#app/live/use-connection.ts"
import { useShopPulse } from "#app/live/use-shop-pulse.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { LanguageSwitch } from "#app/ui/language-switch.tsx"
import { LiveDot } from "#app/ui/live-dot.tsx"
import { ModeSwitch } from "#app/ui/mode-switch.tsx"
import { SideNav } from "#app/ui/side-nav.tsx"
import { Wordmark } from "#app/ui/wordmark.tsx"
import { Workshop } from "#app/ui/workshop.tsx"
import { openAlerts } from "#server/domain/insights/index.ts"
import { everyone } from "#server/messages/pulse.ts"
import { adminOf } from "./admin-of.ts"

export async function loader(args: LoaderFunctionArgs) {
  const { name } = adminOf(args)
  const open = await openAlerts(args.context.platform)
  return { name, unknownAlerts: open.filter(({ acknowledged }) => !acknowledged).length }
}

export default function Frame() {
  return (
    <LiveProvider>
      <Workshop head={<Head />} nav={<Nav />}>
        <Outlet />
      </Workshop>
    </LiveProvider>
  )
}

function Nav() {
  const t = useText("admin")
  const { unknownAlerts } = useLoaderData<typeof loader>()
  const whole = useShopPulse(everyone, undefined)
  return (
    <SideNav
      label={t("nav.label")}
      head={<Wordmark name="Rialto" />}
      items={[
        { label: t("nav.overview"), href: "/", icon: "chart", end: true },
        {
          label: t("nav.alerts"),
          href: "/alerts",
          icon: "warning",
          count: whole ? whole.alerts - whole.acknowledged : unknownAlerts,
        },
        { label: t("nav.shops"), href: "/tenants", icon: "shop" },
        { label: t("nav.money"), href: "/money", icon: "card" },
        { label: t("nav.audit"), href: "/audit", icon: "lock" },
        { label: t("nav.mail"), href: "/mail", icon: "mail" },
      ]}
    />
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
