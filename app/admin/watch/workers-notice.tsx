import { useText } from "#app/text/text.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { useMeasures } from "./use-measures.ts"

const worryingMs = 15_000

/** Says so when nobody has looked at the queues for a while: their figures are old then, and no alert comes on. */
export function WorkersNotice({ silentMs }: { silentMs: number | null }) {
  const t = useText("admin")
  const { duration } = useMeasures()
  if (silentMs !== null && silentMs < worryingMs) return null
  return (
    <Notice tone="warning" title={t("workers.silent")}>
      {silentMs === null ? t("workers.never") : t("workers.since", { time: duration(silentMs) })}
    </Notice>
  )
}
