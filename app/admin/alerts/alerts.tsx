import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { pulseOf } from "#app/admin/pulse-of.ts"
import { useReloadOnAlerts } from "#app/admin/watch/use-reload-on-alerts.ts"
import { textsIn } from "#app/text/texts.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Section } from "#app/ui/section.tsx"
import { listAlerts } from "#server/domain/insights/index.ts"
import { everyone } from "#server/messages/pulse.ts"
import { AlertCard } from "./alert-card.tsx"
import { AlertTable } from "./alert-table.tsx"

export async function loader(args: LoaderFunctionArgs) {
  const pulse = pulseOf(args)
  const [alerts, whole] = await Promise.all([listAlerts(args.context.platform), pulse.shop(everyone)])
  return { alerts, whole, title: textsIn(args.context.language).say("admin")("alerts.title") }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => adminMeta(data?.title)

export default function Alerts() {
  const { alerts, whole, title } = useLoaderData<typeof loader>()
  const t = useText("admin")
  useReloadOnAlerts(everyone, whole)
  const open = alerts.filter(({ clearedAt }) => clearedAt === null)
  return (
    <>
      <PageHeader
        title={title}
        lead={t("alerts.lead")}
        actions={
          <LinkButton to="/alerts/rules" look="secondary" icon="gear">
            {t("rules.title")}
          </LinkButton>
        }
      />
      {open.length === 0 ? (
        <div className="panel">
          <EmptyState icon="success" title={t("alerts.none")} />
        </div>
      ) : (
        <ul className="grid gap-3" aria-label={t("alerts.open")}>
          {open.map((alert) => (
            <AlertCard key={alert.id} alert={alert} returnTo="/alerts" />
          ))}
        </ul>
      )}
      <Section title={t("alerts.past")}>
        <AlertTable alerts={alerts.filter(({ clearedAt }) => clearedAt !== null)} />
      </Section>
    </>
  )
}
