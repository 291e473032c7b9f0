import { useText } from "#app/text/text.tsx"

/** Says whether the page hears what happens. */
export function LiveDot({ connected }: { connected: boolean }) {
  const t = useText("ui")
  return (
    <span role="status" className="inline-flex items-center gap-2 text-muted text-sm">
      <span aria-hidden="true" className="live-dot" data-state={connected ? "on" : "lost"} />
      {t(connected ? "live.on" : "live.lost")}
    </span>
  )
}
