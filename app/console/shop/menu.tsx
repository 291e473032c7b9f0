import { useLocation } from "@remix-run/react"
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react"
import { classes } from "#app/ui/classes.ts"

interface Props {
  label: string
  summary: ReactNode
  /** Opens towards the start of the line. */
  end?: boolean
  children: ReactNode
}

/** A disclosure that works without scripts; with them it closes on Escape, on leaving and when a page was chosen. */
export function Menu({ label, summary, end = false, children }: Props) {
  const box = useRef<HTMLDetailsElement>(null)
  const { key } = useLocation()
  const close = () => box.current?.removeAttribute("open")
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new page closes it
  useEffect(close, [key])
  const left = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) close()
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !box.current?.open) return
    close()
    box.current.querySelector("summary")?.focus()
  }
  return (
    <details ref={box} className="relative min-w-0" onBlur={left} onKeyDown={pressed}>
      <summary className="flex min-h-11 min-w-11 max-w-full cursor-pointer items-center justify-center gap-2 rounded-lg px-1 hover:bg-sunken">
        {summary}
        <span className="sr-only">{label}</span>
      </summary>
      <div
        className={classes(
          "absolute top-full z-50 mt-1 w-max min-w-56 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-raised p-1 shadow-[var(--lift-float)]",
          end ? "end-0" : "start-0",
        )}
      >
        {children}
      </div>
    </details>
  )
}
