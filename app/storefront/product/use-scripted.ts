import { useEffect, useState } from "react"

/** False until scripts run: what a page without them needs is drawn until then. */
export function useScripted(): boolean {
  const [isScripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  return isScripted
}
