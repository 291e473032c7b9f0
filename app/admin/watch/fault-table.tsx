import { useFormats, useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import type { RecentFault } from "#server/domain/insights/index.ts"

export function FaultTable({ faults }: { faults: readonly RecentFault[] }) {
  const t = useText("admin")
  const { dateTime } = useFormats()
  return (
    <DataTable
      caption={t("faults.title")}
      rows={faults}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="success" title={t("faults.none")} />}
      columns={[
        { key: "message", label: t("faults.message"), heading: true, cell: ({ message }) => message },
        { key: "place", label: t("faults.place"), cell: ({ source, place }) => `${t(`faults.${source}`)} · ${place}` },
        { key: "at", label: t("faults.at"), cell: ({ at }) => dateTime(at) },
        { key: "reference", label: t("faults.reference"), cell: ({ reference }) => <code className="text-xs">{reference}</code> },
      ]}
    />
  )
}
