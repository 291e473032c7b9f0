import type { House } from "#server/house.ts"
import type { Admission } from "#server/messages/live.ts"
import { admit, type Place } from "./admission.ts"
import { catchUp, type Logs } from "./catch-up.ts"
import type { Doorkeeper } from "./doorkeeper.ts"
import type { LiveSocket } from "./live-server.ts"
import type { Presence } from "./presence.ts"
import type { PulseWatch } from "./pulse/pulse-watch.ts"
import { subscribeRequest } from "./subscribe-request.ts"
import { isModest } from "./watch-packets.ts"

export interface SocketParts {
  readonly house: House
  readonly logs: Logs
  readonly presence: Presence
  readonly door: Doorkeeper
  readonly pulse: Pick<PulseWatch, "open">
}

const mostRooms = 40

/** Everything that one socket may do: ask for rooms, leave them, and ask whether the line holds. */
export function serveSocket(parts: SocketParts, socket: LiveSocket): void {
  const { house, presence, door } = parts
  const { guest } = socket.data
  const departures = new Map<string, () => void>()
  const leave = (room: string) => {
    departures.get(room)?.()
    departures.delete(room)
  }

  socket.on("subscribe", (request, answer) => {
    if (typeof answer !== "function") return
    const say = (admission: Admission) => void answer(admission)
    if (!isModest(socket.conn) || departures.size >= mostRooms || !door.mayAsk(guest)) return say({ ok: false, reason: "busy" })
    subscribe(parts, socket, request, departures).then(say, (error: unknown) => {
      house.log.warn({ err: error }, "a subscription failed")
      say({ ok: false, reason: "busy" })
    })
  })
  socket.on("alive", (answer) => {
    if (typeof answer === "function" && isModest(socket.conn)) answer()
  })
  socket.on("unsubscribe", (room) => {
    if (typeof room !== "string" || !departures.has(room)) return
    void socket.leave(room)
    leave(room)
  })

  const { site, visitorId } = guest
  const leaveShop = site.name === "storefront" ? presence.enter(site.tenant.id, visitorId || socket.id) : () => undefined
  const leaveDoor = door.entered(guest)
  socket.on("disconnect", () => {
    leaveShop()
    leaveDoor()
    for (const room of [...departures.keys()]) leave(room)
  })
}

async function subscribe(
  { house, logs, presence, pulse }: SocketParts,
  socket: LiveSocket,
  request: unknown,
  departures: Map<string, () => void>,
): Promise<Admission> {
  const parsed = subscribeRequest.safeParse(request)
  if (!parsed.success) return { ok: false, reason: "malformed" }
  const { subscription } = parsed.data
  const { guest } = socket.data
  const place = await admit(house, guest, subscription)
  if (typeof place === "string" || !socket.connected)
    return { ok: false, reason: typeof place === "string" ? place : "forbidden" }

  const { room } = place
  const isViewer = subscription.topic === "product"
  if (!departures.has(room)) departures.set(room, isViewer ? presence.enter(room, guest.visitorId || socket.id) : () => undefined)
  notePost(socket, place)
  await socket.join(room)
  if (subscription.topic === "platform" || subscription.topic === "watch")
    return { ok: true, room, seq: 0, reset: false, messages: await pulse.open(subscription) }
  const { seq, reset, messages } = await catchUp(logs, guest, place, parsed.data)
  if (!isViewer) return { ok: true, room, seq, reset, messages }
  return { ok: true, room, seq, reset, messages: [...messages, viewersMessage(subscription.id, presence.count(room))] }
}

/** What the guest was let in for is looked at again and again: see `closeUnwelcome`. */
function notePost({ data }: LiveSocket, { tenantId, role }: Place): void {
  const accountId = data.guest.person.account?.id
  if (tenantId === undefined || role === undefined || accountId === undefined) return
  data.posts = [...data.posts.filter((post) => post.tenantId !== tenantId), { accountId, tenantId, role }]
}

export function viewersMessage(productId: string, count: number) {
  return { kind: "state", topic: "viewers", id: productId, revision: Date.now(), count } as const
}
