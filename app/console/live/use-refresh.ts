import { useRevalidator } from "@remix-run/react"
import { useEffect, useRef } from "react"

/** Loads the page's facts again every `everyMs`, while somebody can see them. For what no event tells. */
export function useRefresh(everyMs: number): void {
  const { revalidate, state } = useRevalidator()
  const latest = useRef(() => {})
  latest.current = () => {
    if (state === "idle" && document.visibilityState === "visible") revalidate()
  }
  useEffect(() => {
    const timer = setInterval(() => latest.current(), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
}
