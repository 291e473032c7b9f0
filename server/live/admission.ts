import { findOrder, type OrderProof } from "#server/domain/orders/index.ts"
import { listMemberships } from "#server/domain/identity/index.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { House } from "#server/house.ts"
import { unreachable } from "#server/kernel/assert.ts"
import type { EventName } from "#server/messages/events.ts"
import type { Subscription } from "#server/messages/live.ts"
import { isRefusal } from "#server/messages/refusals.ts"
import type { Guest } from "./guest.ts"
import type { Subject } from "./log-reader.ts"
import { rooms } from "./rooms.ts"

/** A room that this guest may be in. `tenantId` is whose log it follows; the platform's room follows none. */
export interface Place {
  readonly room: string
  readonly tenantId: string | undefined
  /** For shop and product rooms: in whose name stock is read. */
  readonly ctx: TenantContext | undefined
}

/** Undefined: not for this guest, or not there; a stranger cannot tell which. Asked under the guest's own context. */
export async function admit(house: House, guest: Guest, subscription: Subscription): Promise<Place | undefined> {
  const { site } = guest
  if (subscription.topic === "platform") return admitAdmin(guest)
  if (subscription.topic === "console") return admitStaff(house, guest, subscription.id)
  if (site.name !== "storefront") return undefined

  const tenantId = site.tenant.id
  const ctx = house.tenantContext(site.tenant, guest.person.actor ?? { kind: "visitor", visitorId: guest.visitorId })
  switch (subscription.topic) {
    case "shop":
      return { room: rooms.shop(tenantId), tenantId, ctx }
    case "product":
      return (await isPublic(ctx, subscription.id))
        ? { room: rooms.product(tenantId, subscription.id), tenantId, ctx }
        : undefined
    case "order": {
      const mayKnow = await isTheirs(ctx, subscription.id, proofs(guest, subscription.token))
      return mayKnow ? { room: rooms.order(tenantId, subscription.id), tenantId, ctx: undefined } : undefined
    }
    default:
      return unreachable(subscription)
  }
}

function admitAdmin({ site, person }: Guest): Place | undefined {
  if (site.name !== "admin" || !person.account?.platformAdmin) return undefined
  return { room: rooms.platform(), tenantId: undefined, ctx: undefined }
}

async function admitStaff(house: House, { site, person }: Guest, tenantId: string): Promise<Place | undefined> {
  if (site.name !== "console" || !person.account) return undefined
  const shops = await listMemberships(house.platformContext({ kind: "system" }), person.account.id)
  return shops.some((shop) => shop.tenantId === tenantId)
    ? { room: rooms.console(tenantId), tenantId, ctx: undefined }
    : undefined
}

async function isPublic(ctx: TenantContext, productId: string): Promise<boolean> {
  const found = await ctx.read(({ rows }) =>
    rows.product.findFirst({ where: { id: productId, status: "published" }, select: { id: true } }),
  )
  return found !== null
}

function proofs({ person }: Guest, token: string | undefined): OrderProof[] {
  return [...(token ? [{ token }] : []), ...(person.customer ? [{ customerId: person.customer.id }] : [])]
}

async function isTheirs(ctx: TenantContext, orderId: string, given: readonly OrderProof[]): Promise<boolean> {
  for (const proof of given) {
    try {
      await findOrder(ctx, orderId, proof)
      return true
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  return false
}

const ofOrders = [
  "order.placed",
  "order.confirmed",
  "order.cancelled",
  "order.shipped",
  "payment.settled",
  "payment.failed",
  "refund.requested",
  "refund.settled",
  "refund.failed",
] as const

/** The kinds of events that can have something for a room: what a replay has to read. Must cover the audience table. */
export function namesFor(topic: Subscription["topic"]): readonly EventName[] {
  switch (topic) {
    case "shop":
      return ["tenant.changed", "product.changed", "stock.moved"]
    case "product":
      return ["product.changed", "stock.moved"]
    case "order":
      return ofOrders
    case "console":
      return [
        "tenant.changed",
        "tenant.suspended",
        "tenant.reinstated",
        "product.changed",
        "stock.moved",
        "stock.ran-low",
        ...ofOrders,
      ]
    case "platform":
      return []
    default:
      return unreachable(topic)
  }
}

/** What all events of a room carry in common, where there is such a thing: a replay reads only these. */
export function subjectOf(subscription: Subscription): Subject | undefined {
  if (subscription.topic === "product") return { key: "productId", id: subscription.id }
  if (subscription.topic === "order") return { key: "orderId", id: subscription.id }
  return undefined
}
