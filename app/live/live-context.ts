import { createContext, useContext, useEffect, useRef } from "react"
import type { Subscription } from "#server/messages/live.ts"
import type { LiveClient } from "./live-client.ts"
import { type Heard, streamKey } from "./stream.ts"

export interface LivePage {
  readonly client: LiveClient
  /** Loads the page's facts again, once for however many asked within the delay. */
  reload(delayMs: number): void
}

export const LiveContext = createContext<LivePage | undefined>(undefined)

/** Undefined outside of a `LiveProvider`: such a page is not live, and works all the same. */
export function useLivePage(): LivePage | undefined {
  return useContext(LiveContext)
}

/** Listens while the component is there. Undefined: nothing to listen to. */
export function useStream(subscription: Subscription | undefined, hear: (heard: Heard, page: LivePage) => void): void {
  const page = useLivePage()
  const latest = useRef(hear)
  latest.current = hear
  const wanted = useRef(subscription)
  wanted.current = subscription
  const key = subscription && streamKey(subscription)
  useEffect(() => {
    if (!page || key === undefined || !wanted.current) return undefined
    return page.client.listen(wanted.current, (heard) => latest.current(heard, page))
  }, [page, key])
}
