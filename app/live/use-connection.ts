import { useSyncExternalStore } from "react"
import type { Connection } from "./live-client.ts"
import { useLivePage } from "./live-context.ts"

const never = () => () => {}
const connecting = (): Connection => "connecting"

/** Whether this page is told what happens. `offline`: it was, or tried to be, and tries again by itself. */
export function useConnection(): Connection {
  const client = useLivePage()?.client
  return useSyncExternalStore(client?.watchStatus ?? never, client?.status ?? connecting, connecting)
}
