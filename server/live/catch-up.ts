import type { TenantContext } from "#server/context/tenant-context.ts"
import { stockShown } from "#server/domain/catalog/index.ts"
import type { LiveMessage, StateMessage, SubscribeRequest } from "#server/messages/live.ts"
import type { Place } from "./admission.ts"
import { deliveriesOf } from "./audience.ts"
import { keepNewest } from "./frame-buffer.ts"
import type { Guest } from "./guest.ts"
import type { LogFollower } from "./log-follower.ts"
import type { LogReader } from "./log-reader.ts"
import { namesFor, subjectOf } from "./replay.ts"

export interface CatchUp {
  readonly seq: number
  readonly reset: boolean
  readonly messages: readonly LiveMessage[]
}

export interface Logs {
  readonly reader: LogReader
  readonly follower: Pick<LogFollower, "seqOf">
}

const mostReplayed = 500
/** How far back the log is searched at all. */
const mostBehind = 20_000

/**
 * What a page does not know yet: all that came after its position, or, of a page that names none, the present stock of what it shows.
 * To be asked after joining the room: what this process hands on from then on, the room is told; what it had handed on before is in
 * the answer. What is in both carries its position.
 */
export async function catchUp(
  { reader, follower }: Logs,
  guest: Guest,
  place: Place,
  { subscription, since }: SubscribeRequest,
): Promise<CatchUp> {
  const { tenantId, room, ctx } = place
  if (tenantId === undefined) return { seq: 0, reset: false, messages: [] }
  const handedOn = follower.seqOf(tenantId)
  if (since === undefined) {
    const messages = ctx ? await presentStock(ctx, subscription) : []
    return { seq: handedOn, reset: false, messages }
  }
  if (since === handedOn) return { seq: since, reset: false, messages: [] }
  // The page may come from a process that is ahead of this one.
  const head = since > handedOn ? await reader.head(tenantId) : handedOn
  // A position that was never given: the page comes from another life of this shop.
  if (since > head || head - since > mostBehind) return { seq: head, reset: true, messages: [] }

  const about = subjectOf(subscription, guest)
  const wish = { most: mostReplayed + 1, names: namesFor(subscription.topic), ...(about && { about }) }
  const { events, reached } = await reader.after(tenantId, since, wish)
  if (events.length > mostReplayed) return { seq: head, reset: true, messages: [] }
  const messages = new Map<string, { readonly message: LiveMessage; readonly seq: number }>()
  for (const event of events)
    for (const delivery of deliveriesOf(event)) if (delivery.room === room) keepNewest(messages, delivery.message, event.seq)
  return { seq: Math.max(head, reached), reset: false, messages: [...messages.values()].map(({ message }) => message) }
}

async function presentStock(ctx: TenantContext, subscription: SubscribeRequest["subscription"]): Promise<StateMessage[]> {
  const products = subscription.topic === "product" ? [subscription.id] : []
  const variants = subscription.topic === "shop" ? (subscription.variants ?? []) : []
  if (products.length + variants.length === 0) return []
  const rows = await ctx.read(
    ({ sql, tenantId }) => sql<{ id: string; productId: string; revision: number; free: number; promisable: number }>`
      select v.id, v.product_id as "productId", s.revision, greatest(0, s.free) as free, s.promisable
      from variant v
      join product p on p.tenant_id = v.tenant_id and p.id = v.product_id and p.status = 'published'
      ${stockShown}
      where v.tenant_id = ${tenantId} and s.revision is not null and (v.product_id = any(${products}::text[]) or v.id = any(${variants}::text[]))`,
  )
  return rows.map((row) => ({ kind: "state", topic: "stock", ...row }))
}
