import { useText } from "#app/text/text.tsx"
import { Badge } from "#app/ui/badge.tsx"

/** How many alerts are on, loud while nobody has acknowledged one of them. Nothing when all is well. */
export function AlertBadge({ alerts, acknowledged }: { alerts: number; acknowledged: number }) {
  const t = useText("admin")
  if (alerts === 0) return null
  return alerts > acknowledged ? (
    <Badge tone="danger">{t("alerts.on", { count: alerts - acknowledged })}</Badge>
  ) : (
    <Badge tone="warning">{t("alerts.known", { count: alerts })}</Badge>
  )
}
