import { findOrder, type OrderProof } from "#server/domain/orders/index.ts"
import { findRole } from "#server/domain/identity/index.ts"
import type { StaffRole } from "#server/context/actor.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { House } from "#server/house.ts"
import { unreachable } from "#server/kernel/assert.ts"
import type { Subscription } from "#server/messages/live.ts"
import { plainView, viewKey } from "#server/messages/pulse.ts"
import { isRefusal } from "#server/messages/refusals.ts"
import type { Guest } from "./guest.ts"
import { rooms } from "./rooms.ts"

/** A room that this guest may be in. `tenantId` is whose log it follows; the platform's room follows none. */
export interface Place {
  readonly room: string
  readonly tenantId: string | undefined
  /** For shop and product rooms: in whose name stock is read. */
  readonly ctx?: TenantContext
  /** For a console's room: as what the guest was let in. */
  readonly role?: StaffRole
}

export type Verdict = Place | "forbidden" | "stranger"

/** `forbidden`: not for this guest, or not there; a stranger cannot tell which. Asked under the guest's own context. */
export async function admit(house: House, guest: Guest, subscription: Subscription): Promise<Verdict> {
  const { site } = guest
  if (subscription.topic === "platform") return admitAdmin(guest, rooms.board(viewKey(subscription.view ?? plainView)))
  if (subscription.topic === "watch") return admitAdmin(guest, rooms.watched(subscription.id))
  if (subscription.topic === "console") return admitStaff(house, guest, subscription.id)
  if (site.name !== "storefront") return "forbidden"

  const tenantId = site.tenant.id
  const ctx = house.tenantContext(site.tenant, guest.person.actor ?? { kind: "visitor", visitorId: guest.visitorId })
  switch (subscription.topic) {
    case "shop":
      return { room: rooms.shop(tenantId), tenantId, ctx }
    case "product":
      return (await isPublic(ctx, subscription.id))
        ? { room: rooms.product(tenantId, subscription.id), tenantId, ctx }
        : "forbidden"
    case "order": {
      const mayKnow = await isTheirs(ctx, subscription.id, proofs(guest, subscription.token))
      return mayKnow ? { room: rooms.order(tenantId, subscription.id), tenantId } : "forbidden"
    }
    case "cart":
      return guest.visitorId === "" ? "stranger" : { room: rooms.cart(tenantId, guest.visitorId), tenantId }
    default:
      return unreachable(subscription)
  }
}

function admitAdmin({ site, person }: Guest, room: string): Verdict {
  if (site.name !== "admin" || !person.account?.platformAdmin) return "forbidden"
  return { room, tenantId: undefined }
}

async function admitStaff(house: House, { site, person }: Guest, tenantId: string): Promise<Verdict> {
  if (site.name !== "console" || !person.account) return "forbidden"
  const role = await findRole(house.platformContext({ kind: "system" }), person.account.id, tenantId)
  return role ? { room: rooms.console(tenantId, role), tenantId, role } : "forbidden"
}

async function isPublic(ctx: TenantContext, productId: string): Promise<boolean> {
  const found = await ctx.read(
    ({ sql, tenantId }) => sql<{ id: string }>`
      select id from product where tenant_id = ${tenantId} and id = ${productId} and status = 'published'`,
  )
  return found.length > 0
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
