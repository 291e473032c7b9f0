import { useText } from "#app/text/text.tsx"
import { Badge } from "#app/ui/badge.tsx"

export function StateBadge({ status }: { status: string }) {
  const t = useText("admin")
  return status === "suspended" ? (
    <Badge tone="danger">{t("state.suspended")}</Badge>
  ) : (
    <Badge tone="positive">{t("state.active")}</Badge>
  )
}
