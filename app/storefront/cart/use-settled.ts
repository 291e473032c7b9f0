import { useEffect, useRef } from "react"

const restMs = 250

/** Passes the last value on once nobody has said another for a moment: five quick steps are one request. */
export function useSettled<T>(act: (value: T) => void): (value: T) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(act)
  latest.current = act
  useEffect(() => () => clearTimeout(timer.current), [])
  return (value) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => latest.current(value), restMs)
  }
}
