import { type SessionRef, stillOpen } from "#server/domain/identity/index.ts"
import type { PlatformContext } from "#server/context/platform-context.ts"
import type { LiveServer, LiveSocket } from "./live-server.ts"
import { rooms } from "./rooms.ts"

/** Tells them not to come back, and hangs up. */
export function dismiss(sockets: Iterable<LiveSocket>): void {
  for (const socket of sockets) {
    socket.emit("revoked")
    socket.disconnect(true)
  }
}

/** Everyone on the shop's own host. Its staff may go on looking. */
export function dismissHost(io: LiveServer, tenantId: string): void {
  const ids = io.sockets.adapter.rooms.get(rooms.host(tenantId)) ?? new Set()
  dismiss([...ids].flatMap((id) => io.sockets.sockets.get(id) ?? []))
}

/** Hangs up on those whose session has ended, and on guests of shops that closed, should the event have been missed. */
export async function closeUnwelcome(io: LiveServer, platform: PlatformContext): Promise<void> {
  const sockets = [...io.sockets.sockets.values()]
  const sessions = new Map<string, SessionRef>()
  const shops = new Set<string>()
  for (const { data } of sockets) {
    if (data.guest.session) sessions.set(data.guest.session.id, data.guest.session)
    if (data.guest.site.name === "storefront") shops.add(data.guest.site.tenant.id)
  }
  if (sessions.size > 0) {
    const open = await stillOpen(platform, [...sessions.values()])
    dismiss(sockets.filter(({ data }) => data.guest.session && !open.has(data.guest.session.id)))
  }
  if (shops.size === 0) return
  const closed = await platform.read(
    ({ sql }) => sql<{ id: string }>`select id from tenant where id = any(${[...shops]}::text[]) and status <> 'active'`,
  )
  for (const { id } of closed) dismissHost(io, id)
}
