import type { StaffRole } from "#server/context/actor.ts"
import { platformKey, roomName } from "#server/kernel/tenant-keys.ts"

/** Every room there is. Names are made here from what admission found, never from what a browser sent. */
export const rooms = {
  /** Whoever looks at the shop, on any page of it. */
  shop: (tenantId: string): string => roomName(tenantId, "shop"),
  product: (tenantId: string, productId: string): string => roomName(tenantId, "product", productId),
  order: (tenantId: string, orderId: string): string => roomName(tenantId, "order", orderId),
  /** One visitor's windows. */
  cart: (tenantId: string, visitorId: string): string => roomName(tenantId, "cart", visitorId),
  /** Of the shop's staff, those of one role. */
  console: (tenantId: string, role: StaffRole): string => roomName(tenantId, "console", role),
  /** All who look at the platform's board in the same way. */
  board: (viewKey: string): string => platformKey("live", "board", viewKey),
  /** Platform admins who look at one shop. */
  watched: (tenantId: string): string => platformKey("live", "watched", tenantId),
  /** All sockets of a shop's own host: nothing is sent there, it is for closing them. */
  host: (tenantId: string): string => roomName(tenantId, "host"),
} as const

/** Whose viewers a room's occupants are; undefined: it is no product's room. */
export function productIn(room: string): string | undefined {
  const [, , kind, productId] = room.split(":")
  return kind === "product" && productId !== undefined ? decodeURIComponent(productId) : undefined
}
