import { useMeasures } from "#app/admin/watch/use-measures.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import type { AlertKind } from "#server/messages/pulse.ts"

/** How alerts are called, and how their values are written: shares in per cent, ages as times. */
export function useAlertWords() {
  const t = useText("admin")
  const { duration } = useMeasures()
  const { percent } = useFormats()
  return {
    name: (kind: AlertKind) => t(`alerts.kind.${kind}`),
    value: (kind: AlertKind, value: number) => (kind === "queue-age" ? duration(value * 1_000) : percent(value / 100)),
  }
}
