import { Link } from "@remix-run/react"
import { useFormats, useText } from "#app/text/text.tsx"
import { Badge } from "#app/ui/badge.tsx"
import type { Alert } from "#server/domain/insights/index.ts"
import { AcknowledgeForm } from "./acknowledge-form.tsx"
import { useAlertWords } from "./alert-words.ts"

/** An alert that is on: what, where, since when, who knows. `returnTo`: the page that it stands on. */
export function AlertCard({ alert, returnTo }: { alert: Alert; returnTo: string }) {
  const t = useText("admin")
  const { dateTime } = useFormats()
  const words = useAlertWords()
  const { kind, tenantId, shop, value, worst, limit, firedAt, ackedAt, ackedBy, note } = alert
  return (
    <li className="panel alert-card" data-state={ackedAt ? "known" : "on"}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-base">{words.name(kind)}</h3>
        <Badge tone={ackedAt ? "warning" : "danger"}>{t(ackedAt ? "alerts.state.known" : "alerts.state.on")}</Badge>
        <Link className="text-link" to={`/tenants/${tenantId}/live`}>
          {shop ?? t("watch.itself")}
        </Link>
      </div>
      <p className="text-sm">
        {t("alerts.stands", {
          value: words.value(kind, value),
          worst: words.value(kind, worst),
          limit: words.value(kind, limit),
        })}
      </p>
      <p className="text-muted text-sm">{t("alerts.since", { time: dateTime(firedAt) })}</p>
      {ackedAt ? (
        <p className="text-sm">
          {t("alerts.acknowledged", { who: ackedBy ?? "–", time: dateTime(ackedAt) })}
          {note !== "" && <q className="mt-1 block text-muted">{note}</q>}
        </p>
      ) : (
        <AcknowledgeForm alertId={alert.id} returnTo={returnTo} />
      )}
    </li>
  )
}
