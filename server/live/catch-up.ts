import type { TenantContext } from "#server/context/tenant-context.ts"
import type { LiveMessage, StateMessage, SubscribeRequest } from "#server/messages/live.ts"
import { type Place, namesFor } from "./admission.ts"
import { deliveriesOf } from "./audience.ts"
import { keepNewest } from "./frame-buffer.ts"
import type { LogReader } from "./log-reader.ts"

export interface CatchUp {
  readonly seq: number
  readonly reset: boolean
  readonly messages: readonly LiveMessage[]
}

const mostReplayed = 500

/**
 * What a page does not know yet: all that came after its position, or, of a page that names none, the present stock of what it shows.
 * To be asked after joining the room: what happens meanwhile comes twice rather than never.
 */
export async function catchUp(log: LogReader, place: Place, { subscription, since }: SubscribeRequest): Promise<CatchUp> {
  const { tenantId, room, ctx } = place
  if (tenantId === undefined) return { seq: 0, reset: false, messages: [] }
  const seq = await log.head(tenantId)
  if (since === undefined) {
    const messages = ctx ? await presentStock(ctx, subscription) : []
    return { seq, reset: false, messages }
  }
  // A position that was never given: the page comes from another life of this shop.
  if (since > seq) return { seq, reset: true, messages: [] }

  const missed = await log.after(tenantId, since, mostReplayed + 1, namesFor(subscription.topic))
  if (missed.length > mostReplayed) return { seq, reset: true, messages: [] }
  const messages = new Map<string, LiveMessage>()
  for (const event of missed)
    for (const delivery of deliveriesOf(event)) if (delivery.room === room) keepNewest(messages, delivery.message)
  return { seq: Math.max(seq, missed.at(-1)?.seq ?? 0), reset: false, messages: [...messages.values()] }
}

async function presentStock(ctx: TenantContext, subscription: SubscribeRequest["subscription"]): Promise<StateMessage[]> {
  const products = subscription.topic === "product" ? [subscription.id] : []
  const variants = subscription.topic === "shop" ? (subscription.variants ?? []) : []
  if (products.length + variants.length === 0) return []
  const rows = await ctx.read(
    ({ sql, tenantId }) => sql<{ id: string; productId: string; revision: number; free: number }>`
      select v.id, v.product_id as "productId", s.revision, greatest(0, s.on_hand - s.reserved) as free
      from variant v
      join product p on p.tenant_id = v.tenant_id and p.id = v.product_id and p.status = 'published'
      join stock_level s on s.tenant_id = v.tenant_id and s.variant_id = v.id
      where v.tenant_id = ${tenantId} and (v.product_id = any(${products}::text[]) or v.id = any(${variants}::text[]))`,
  )
  return rows.map((row) => ({ kind: "state", topic: "stock", ...row }))
}
