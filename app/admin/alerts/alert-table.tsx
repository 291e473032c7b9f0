import { Link } from "@remix-run/react"
import { useFormats, useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import type { Alert } from "#server/domain/insights/index.ts"
import { useAlertWords } from "./alert-words.ts"

/** Alerts that are over. */
export function AlertTable({ alerts }: { alerts: readonly Alert[] }) {
  const t = useText("admin")
  const { dateTime } = useFormats()
  const words = useAlertWords()
  return (
    <DataTable
      caption={t("alerts.past")}
      rows={alerts}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="check" title={t("alerts.none-past")} />}
      columns={[
        { key: "kind", label: t("alerts.what"), heading: true, cell: ({ kind }) => words.name(kind) },
        {
          key: "shop",
          label: t("live.shop"),
          cell: ({ tenantId, shop }) => <Link to={`/tenants/${tenantId}/live`}>{shop ?? t("watch.itself")}</Link>,
        },
        { key: "worst", label: t("alerts.worst"), amount: true, cell: ({ kind, worst }) => words.value(kind, worst) },
        { key: "fired", label: t("alerts.fired"), cell: ({ firedAt }) => dateTime(firedAt) },
        { key: "cleared", label: t("alerts.cleared"), cell: ({ clearedAt }) => (clearedAt ? dateTime(clearedAt) : "–") },
        {
          key: "who",
          label: t("alerts.who"),
          cell: ({ ackedBy, note }) => [ackedBy, note].filter(Boolean).join(": ") || "–",
        },
      ]}
    />
  )
}
