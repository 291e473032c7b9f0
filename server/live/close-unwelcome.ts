import { lostPosts, type Post, type SessionRef, stillOpen } from "#server/domain/identity/index.ts"
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

/**
 * Hangs up on those whose session has ended, on staff who do not work there any more or not as this, and on guests of shops that
 * closed, should the event have been missed. Three statements, however many sockets.
 */
export async function closeUnwelcome(io: LiveServer, platform: PlatformContext): Promise<void> {
  const sockets = [...io.sockets.sockets.values()]
  await Promise.all([
    closeEndedSessions(sockets, platform),
    closeLostPosts(sockets, platform),
    closeClosedShops(io, sockets, platform),
  ])
}

async function closeEndedSessions(sockets: readonly LiveSocket[], platform: PlatformContext): Promise<void> {
  const sessions = new Map<string, SessionRef>()
  for (const { data } of sockets) if (data.guest.session) sessions.set(data.guest.session.id, data.guest.session)
  if (sessions.size === 0) return
  const open = await stillOpen(platform, [...sessions.values()])
  dismiss(sockets.filter(({ data }) => data.guest.session && !open.has(data.guest.session.id)))
}

async function closeLostPosts(sockets: readonly LiveSocket[], platform: PlatformContext): Promise<void> {
  const posts = new Map<string, Post>()
  for (const { data } of sockets) for (const post of data.posts) posts.set(postKey(post), post)
  if (posts.size === 0) return
  const lost = new Set((await lostPosts(platform, [...posts.values()])).map(postKey))
  dismiss(sockets.filter(({ data }) => data.posts.some((post) => lost.has(postKey(post)))))
}

function postKey({ accountId, tenantId, role }: Post): string {
  return [accountId, tenantId, role].join()
}

async function closeClosedShops(io: LiveServer, sockets: readonly LiveSocket[], platform: PlatformContext): Promise<void> {
  const shops = new Set<string>()
  for (const { data } of sockets) if (data.guest.site.name === "storefront") shops.add(data.guest.site.tenant.id)
  if (shops.size === 0) return
  const closed = await platform.read(
    "live.find-closed-shops",
    ({ sql }) => sql<{ id: string }>`select id from tenant where id = any(${[...shops]}::text[]) and status <> 'active'`,
  )
  for (const { id } of closed) dismissHost(io, id)
}
