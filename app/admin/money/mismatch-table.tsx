import { useFormats, useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import type { Mismatch } from "#server/domain/payments/index.ts"

export function MismatchTable({ mismatches }: { mismatches: readonly Mismatch[] }) {
  const t = useText("admin")
  const { money, dateTime } = useFormats()
  return (
    <DataTable
      caption={t("money.mismatches")}
      rows={mismatches}
      rowKey={({ kind, reference }) => `${kind} ${reference}`}
      empty={<EmptyState icon="success" title={t("money.all-match")} />}
      columns={[
        { key: "what", label: t("money.what"), heading: true, cell: ({ kind }) => t(`money.mismatch.${kind}`) },
        { key: "shop", label: t("live.shop"), cell: ({ shop }) => shop },
        {
          key: "reference",
          label: t("money.reference"),
          cell: ({ reference }) => <span className="font-mono text-xs">{reference}</span>,
        },
        { key: "at", label: t("money.at"), cell: ({ at }) => dateTime(at) },
        { key: "amount", label: t("money.amount"), amount: true, cell: ({ amount }) => money(amount) },
      ]}
    />
  )
}
