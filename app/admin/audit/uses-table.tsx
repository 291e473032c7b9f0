import { useFormats, useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import type { UseSum } from "#server/domain/insights/index.ts"

export function UsesTable({ uses }: { uses: readonly UseSum[] }) {
  const t = useText("admin")
  const { dateTime, number } = useFormats()
  return (
    <DataTable
      caption={t("uses.title")}
      rows={uses}
      rowKey={({ purpose, actor }) => `${purpose} ${actor}`}
      empty={<EmptyState icon="lock" title={t("uses.none")} />}
      columns={[
        { key: "purpose", label: t("audit.purpose"), heading: true, cell: ({ purpose }) => purpose },
        { key: "actor", label: t("audit.actor"), cell: ({ actor }) => actor },
        { key: "uses", label: t("uses.count"), amount: true, cell: ({ uses }) => number(uses) },
        { key: "last", label: t("uses.last"), cell: ({ last }) => dateTime(last) },
      ]}
    />
  )
}
