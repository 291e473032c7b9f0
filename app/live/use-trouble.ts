import { useEffect, useState } from "react"
import { useConnection } from "./use-connection.ts"

/** A line that is back within this time was hardly away. */
const calmMs = 1_500

/** What there is to say about the connection, if anything: not at the first hiccup, and until everything is caught up with. */
export function useTrouble(): "offline" | "catching-up" | null {
  const connection = useConnection()
  const isAway = connection === "offline" || connection === "catching-up"
  const [isSaid, setSaid] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSaid(isAway), isAway ? calmMs : 0)
    return () => clearTimeout(timer)
  }, [isAway])
  return isSaid && isAway ? connection : null
}
