import { useText } from "#app/text/text.tsx"

/** Says, at the edge, that the page does not hear what happens just now, and that nothing need be done about it. */
export function ConnectionNote({ state }: { state: "offline" | "catching-up" | null }) {
  const t = useText("ui")
  // The region is there before it speaks: otherwise it would not be read out.
  return (
    <div role="status">
      {state && (
        <p className="connection-note" data-connection={state}>
          <span aria-hidden="true" className="live-dot" data-state="lost" />
          {t(`live.${state}`)}
        </p>
      )}
    </div>
  )
}
