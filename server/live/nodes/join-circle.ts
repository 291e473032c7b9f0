import type { Server } from "node:http"
import type { Config } from "#server/config.ts"
import { createPresence, type Presence } from "#server/live/presence.ts"
import type { PeerLine } from "#server/ports/peer-line.ts"
import { forwardForeign } from "./forward-foreign.ts"
import { nodeAddress } from "./node-address.ts"
import { createNodeCircle } from "./node-circle.ts"

export interface CircleParts {
  readonly server: Server
  readonly config: Pick<Config, "nodeAddress" | "listenHost">
  readonly name: string
  /** Undefined: this is the only node. */
  readonly peers: PeerLine | undefined
  readonly onChange: (place: string) => void
}

export interface Joined {
  /** Entered here, counted on all nodes. */
  readonly presence: Presence
  /** Of those, who is on this node: for figures that are summed over the nodes elsewhere. */
  countHere(place: string): number
  leave(): void
}

/** Makes this node one of many, once its server has all its listeners: presence is summed, and requests find their session's node. */
export function joinCircle({ server, config, name, peers, onChange }: CircleParts): Joined {
  if (!peers) {
    const presence = createPresence(onChange)
    return { presence, countHere: presence.count, leave: () => undefined }
  }
  const circle = createNodeCircle({ name, line: peers, address: () => nodeAddress(server, config), onChange })
  const own = createPresence((place) => {
    circle.tell(place, own.count(place))
    onChange(place)
  })
  const stopForwarding = forwardForeign(server, name, circle)
  return {
    presence: { enter: own.enter, count: (place) => own.count(place) + circle.countElsewhere(place) },
    countHere: own.count,
    leave() {
      circle.close()
      stopForwarding()
    },
  }
}
