import { io } from "socket.io-client"
import { createLiveClient, type LiveClient } from "#app/live/live-client.ts"
import type { LiveSocket, SocketEvents } from "#app/live/live-socket.ts"
import { carry, socketOptions } from "#app/live/open-socket.ts"
import type { Heard } from "#app/live/stream.ts"
import { wiredTo } from "#infra/prove/fleet/wire.ts"
import type { Admission, Frame, SubscribeRequest, Subscription } from "#server/messages/live.ts"
import { createListener, type Listener } from "./listener.ts"

/** An open page: the product's own live client over a real socket, and a note of all that it was told. */
export interface Page {
  readonly wish: PageWish
  readonly client: LiveClient
  readonly listeners: readonly Listener[]
  /** What no page of this shop may ever see. */
  readonly foreign: string[]
  readonly counts: { frames: number; connections: number; resets: number }
  close(): void
}

export interface PageWish {
  readonly name: string
  readonly port: number
  readonly host: string
  readonly tenantId: string
  readonly cookie: string
  readonly visitorId: string
  readonly transports: readonly ("websocket" | "polling")[]
  readonly since: number | undefined
  readonly subscriptions: readonly Subscription[]
  /** Whether an id may be told at this shop. */
  readonly isOurs: (id: string) => boolean
}

export function openPage(wish: PageWish): Page {
  const client = createLiveClient(wish.since)
  const listeners = wish.subscriptions.map((subscription) => createListener(subscription))
  const page: Page = {
    ...{ wish, client, listeners, foreign: [], counts: { frames: 0, connections: 0, resets: 0 } },
    close: () => undefined,
  }
  for (const { subscription, hear } of listeners)
    client.listen(subscription, (heard: Heard) => {
      if (heard.kind === "reset") page.counts.resets++
      hear(heard)
    })
  const hangUp = client.start(
    async (events) => watched(page, connect(wish, watchedEvents(page, events))),
    () => {
      page.foreign.push("was sent away")
    },
  )
  return { ...page, close: hangUp }
}

function connect({ host, port, cookie, transports }: PageWish, events: SocketEvents): LiveSocket {
  const socket = io(`http://${host}`, {
    ...{ ...socketOptions, transports: [...transports], forceNew: true, ...wiredTo(port) },
    extraHeaders: { Origin: `http://${host}`, Cookie: cookie },
  })
  return carry(socket, events)
}

function watchedEvents(page: Page, events: SocketEvents): SocketEvents {
  return {
    ...events,
    connect() {
      page.counts.connections++
      events.connect()
    },
    frame(frame) {
      page.counts.frames++
      inspect(page, frame)
      events.frame(frame)
    },
  }
}

/** Looks at what goes over the line: whose it is, and from where each stream goes on. */
function watched(page: Page, socket: LiveSocket): LiveSocket {
  const subscribe = (request: SubscribeRequest, answer: (admission: Admission) => void) =>
    socket.subscribe(request, (admission) => {
      if (admission.ok) {
        inspect(page, admission)
        const listener = page.listeners.find(({ subscription }) => subscription.topic === request.subscription.topic)
        listener?.admitted(request.since, admission)
      }
      answer(admission)
    })
  return {
    ...socket,
    subscribe,
    get connected() {
      return socket.connected
    },
  }
}

function inspect({ wish, foreign }: Page, { room, messages }: Pick<Frame, "room" | "messages">): void {
  if (!room.includes(wish.tenantId)) foreign.push(`a frame of ${room}`)
  for (const { id } of messages) if (!wish.isOurs(id)) foreign.push(`a message about ${id}`)
}
