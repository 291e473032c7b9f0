import { useFormats, useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import type { AuditEntry } from "#server/domain/insights/index.ts"

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useText("admin")
  const { dateTime } = useFormats()
  return (
    <DataTable
      caption={t("audit.title")}
      rows={entries}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="lock" title={t("audit.none")} />}
      columns={[
        { key: "at", label: t("audit.at"), cell: ({ at }) => dateTime(at) },
        { key: "purpose", label: t("audit.purpose"), heading: true, cell: ({ purpose }) => purpose },
        { key: "actor", label: t("audit.actor"), cell: ({ actor }) => actor },
        { key: "shop", label: t("live.shop"), cell: ({ shop }) => shop ?? "–" },
        { key: "reason", label: t("audit.reason"), cell: ({ reason }) => reason || "–" },
      ]}
    />
  )
}
