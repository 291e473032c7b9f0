import { useEffect, useState, useSyncExternalStore } from "react"

const never = () => () => {}

/**
 * Milliseconds until `endMs`, both it and `nowMs` by the server's clock. The browser only adds what has passed since it was told, by a
 * clock that nobody can set.
 */
export function useTimeLeft(endMs: number, nowMs: number): number {
  const isHydrating = useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
  const [first] = useState({ nowMs, isHydrating })
  const [leftMs, setLeftMs] = useState(endMs - nowMs)
  useEffect(() => {
    // A page that came as HTML was told when the answer began to arrive, not when its scripts ran.
    const toldAt = first.isHydrating && first.nowMs === nowMs ? answeredAt() : performance.now()
    const tick = () => setLeftMs(endMs - nowMs - (performance.now() - toldAt))
    tick()
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [endMs, nowMs, first])
  return leftMs
}

function answeredAt(): number {
  const [visit] = performance.getEntriesByType("navigation")
  return visit && "responseStart" in visit && typeof visit.responseStart === "number" ? visit.responseStart : performance.now()
}
