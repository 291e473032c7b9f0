import type { House } from "#server/house.ts"
import type { Admission } from "#server/messages/live.ts"
import { admit } from "./admission.ts"
import { catchUp, type Logs } from "./catch-up.ts"
import type { LiveSocket } from "./live-server.ts"
import { createMessageBudget } from "./message-budget.ts"
import type { Presence } from "./presence.ts"
import { subscribeRequest } from "./subscribe-request.ts"

export interface SocketParts {
  readonly house: House
  readonly logs: Logs
  readonly presence: Presence
}

const mostRooms = 40
const mostOverdrawn = 100

/** Everything that one socket may do: ask for rooms, and leave them. */
export function serveSocket(parts: SocketParts, socket: LiveSocket): void {
  const { house, presence } = parts
  const budget = createMessageBudget(Date.now())
  const departures = new Map<string, () => void>()
  const leave = (room: string) => {
    departures.get(room)?.()
    departures.delete(room)
  }

  socket.on("subscribe", (request, answer) => {
    if (typeof answer !== "function") return
    const say = (admission: Admission) => void answer(admission)
    if (!budget.take(Date.now()) || departures.size >= mostRooms) {
      if (budget.overdrawn > mostOverdrawn) socket.disconnect(true)
      return say({ ok: false, reason: "busy" })
    }
    subscribe(parts, socket, request, departures).then(say, (error: unknown) => {
      house.log.warn({ err: error }, "a subscription failed")
      say({ ok: false, reason: "busy" })
    })
  })
  socket.on("alive", (answer) => {
    if (typeof answer === "function" && budget.take(Date.now())) answer()
  })
  socket.on("unsubscribe", (room) => {
    if (typeof room !== "string" || !departures.has(room)) return
    void socket.leave(room)
    leave(room)
  })

  const { site, visitorId } = socket.data.guest
  const leaveShop = site.name === "storefront" ? presence.enter(site.tenant.id, visitorId || socket.id) : () => undefined
  socket.on("disconnect", () => {
    leaveShop()
    for (const room of [...departures.keys()]) leave(room)
  })
}

async function subscribe(
  { house, logs, presence }: SocketParts,
  socket: LiveSocket,
  request: unknown,
  departures: Map<string, () => void>,
): Promise<Admission> {
  const parsed = subscribeRequest.safeParse(request)
  if (!parsed.success) return { ok: false, reason: "malformed" }
  const { guest } = socket.data
  const place = await admit(house, guest, parsed.data.subscription)
  if (!place || !socket.connected) return { ok: false, reason: "forbidden" }

  const { room } = place
  const isViewer = parsed.data.subscription.topic === "product"
  if (!departures.has(room)) departures.set(room, isViewer ? presence.enter(room, guest.visitorId || socket.id) : () => undefined)
  await socket.join(room)
  const { seq, reset, messages } = await catchUp(logs, place, parsed.data)
  if (parsed.data.subscription.topic !== "product") return { ok: true, room, seq, reset, messages }
  return {
    ok: true,
    room,
    seq,
    reset,
    messages: [...messages, viewersMessage(parsed.data.subscription.id, presence.count(room))],
  }
}

export function viewersMessage(productId: string, count: number) {
  return { kind: "state", topic: "viewers", id: productId, revision: Date.now(), count } as const
}
