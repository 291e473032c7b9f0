import { useRevalidator } from "@remix-run/react"
import { useCallback, useEffect, useRef } from "react"

const everyMs = 1_500

/** Loads the page's facts again every moment while something is still to come. Answers a way to do it once. */
export function useReloadWhile(isWaiting: boolean): () => void {
  const { revalidate } = useRevalidator()
  const latest = useRef(revalidate)
  latest.current = revalidate
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => latest.current(), everyMs)
    return () => clearInterval(timer)
  }, [isWaiting])
  return useCallback(() => latest.current(), [])
}
