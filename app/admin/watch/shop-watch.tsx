import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { AlertCard } from "#app/admin/alerts/alert-card.tsx"
import { AlertTable } from "#app/admin/alerts/alert-table.tsx"
import { pulseOf } from "#app/admin/pulse-of.ts"
import { StateBadge } from "#app/admin/tenants/state-badge.tsx"
import { useMinutes } from "#app/live/use-minutes.ts"
import { textsIn } from "#app/text/texts.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Section } from "#app/ui/section.tsx"
import { lastHour, listAlerts, recentFaults } from "#server/domain/insights/index.ts"
import { itself } from "#server/messages/pulse.ts"
import { FaultTable } from "./fault-table.tsx"
import { HourCharts } from "./hour-charts.tsx"
import { minuteOf } from "./hour-of.ts"
import { ShopFigures } from "./shop-figures.tsx"
import { useReloadOnAlerts } from "./use-reload-on-alerts.ts"

export async function loader(args: LoaderFunctionArgs) {
  const pulse = pulseOf(args)
  const { platform, language } = args.context
  const tenantId = args.params["tenantId"] ?? ""
  const made = await pulse.shop(tenantId)
  if (!made) throw new Response(null, { status: 404 })
  const [minutes, alerts, faults] = await Promise.all([
    lastHour(platform, tenantId),
    listAlerts(platform, { tenantId, most: 20 }),
    recentFaults(platform, tenantId),
  ])
  const title = tenantId === itself ? textsIn(language).say("admin")("watch.itself") : made.shop.name
  return { tenantId, title, made, minutes, alerts, faults }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => adminMeta(data?.title)

/** One shop as it is this second, its last hour, its alerts and its faults. */
export default function ShopWatch() {
  const { tenantId, title, made, minutes, alerts, faults } = useLoaderData<typeof loader>()
  const t = useText("admin")
  const shop = useReloadOnAlerts(tenantId, made) ?? made.shop
  const hour = useMinutes(tenantId, minutes)
  const open = alerts.filter(({ clearedAt }) => clearedAt === null)
  const isShop = tenantId !== itself
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("nav.overview"), href: "/" }, { label: title }]} />
      <PageHeader
        title={title}
        lead={isShop && <StateBadge status={shop.status} />}
        actions={
          isShop && (
            <LinkButton to={`/tenants/${tenantId}`} look="secondary" icon="shop">
              {t("watch.support")}
            </LinkButton>
          )
        }
      />
      {open.length > 0 && (
        <ul className="mb-5 grid gap-3" aria-label={t("alerts.open")}>
          {open.map((alert) => (
            <AlertCard key={alert.id} alert={alert} returnTo={`/tenants/${tenantId}/live`} />
          ))}
        </ul>
      )}
      <ShopFigures shop={shop} />
      <Section title={t("hour.title")}>
        <HourCharts minutes={hour} now={minuteOf(Math.max(made.at, hour.at(-1)?.at ?? 0))} />
      </Section>
      <Section title={t("faults.title")}>
        <FaultTable faults={faults} />
      </Section>
      <Section title={t("alerts.past")}>
        <AlertTable alerts={alerts.filter(({ clearedAt }) => clearedAt !== null)} />
      </Section>
    </>
  )
}
