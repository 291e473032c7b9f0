import { useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import type { StaffMember } from "#server/domain/identity/index.ts"

export function StaffTable({ staff }: { staff: readonly StaffMember[] }) {
  const t = useText("admin")
  return (
    <DataTable
      caption={t("shop.staff")}
      rows={staff}
      rowKey={({ accountId }) => accountId}
      empty={<EmptyState icon="people" title={t("shop.no-staff")} />}
      columns={[
        { key: "name", label: t("shop.name"), heading: true, cell: ({ name }) => name },
        { key: "email", label: t("shop.email"), cell: ({ email }) => email },
        { key: "role", label: t("shop.role"), cell: ({ role }) => t(`role.${role}`) },
      ]}
    />
  )
}
