import { useNavigation, useRevalidator } from "@remix-run/react"
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react"
import { createLiveClient } from "./live-client.ts"
import { LiveContext } from "./live-context.ts"
import { openSocket } from "./open-socket.ts"
import { createReloader } from "./reloader.ts"

interface Props {
  /** Where the shop's log stood before the page's facts were read: what happened since is sent along. */
  readonly since?: number | undefined
  readonly children: ReactNode
}

/** One socket for the page, opened when the page is painted and the browser has time. */
export function LiveProvider({ since, children }: Props) {
  const [client] = useState(() => createLiveClient(since))
  const { revalidate, state } = useRevalidator()
  const navigation = useNavigation()
  // To reload while another page is on its way would call that off.
  const isBusy = state !== "idle" || navigation.state !== "idle"
  const latest = useRef(revalidate)
  latest.current = revalidate
  const [reloader] = useState(() => createReloader(() => latest.current()))
  const page = useMemo(() => ({ client, reload: reloader.ask }), [client, reloader])

  useEffect(() => reloader.busy(isBusy), [reloader, isBusy])
  useEffect(() => {
    let hangUp = () => {}
    const start = () => {
      hangUp = client.start(openSocket, () => window.location.reload())
    }
    const cancel = whenIdle(start)
    return () => {
      cancel()
      hangUp()
      reloader.close()
    }
  }, [client, reloader])

  return <LiveContext.Provider value={page}>{children}</LiveContext.Provider>
}

function whenIdle(run: () => void): () => void {
  if (typeof window.requestIdleCallback !== "function") {
    const timer = setTimeout(run, 200)
    return () => clearTimeout(timer)
  }
  const handle = window.requestIdleCallback(run, { timeout: 1_500 })
  return () => window.cancelIdleCallback(handle)
}
