import { fragment } from "#server/context/fragment.ts"
import { once } from "#server/context/once.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { after, hours } from "#server/kernel/clock.ts"
import type { JobName } from "#server/messages/jobs.ts"
import { mailWatchers } from "./mail-watchers.ts"
import { watchedGoods } from "./watched-goods.ts"

const jobs: readonly JobName[] = ["outreach.tell-watchers", "outreach.tell-next-watchers"]

/**
 * A variant is back. As many of those who wait for it are told as there are pieces, whoever asked first coming first; the others an hour later, if
 * some are still free then. Repeating it goes on where it ended: who is told was settled with the receipt.
 */
export async function tellWatchers(ctx: TenantContext, variantId: string, eventId: string): Promise<void> {
  await ctx.transact(async (work) => {
    if (await once(work, "outreach.tell-watchers", eventId)) await chooseWatchers(work, ctx, variantId, eventId)
  })
  await mailWatchers(ctx, variantId, eventId)
}

/** The next ones' turn. A variant that came back several times has one in an hour, not one for each time. */
export async function tellNextWatchers(ctx: TenantContext, variantId: string, eventId: string): Promise<void> {
  await ctx.transact(async (work) => {
    if (!(await once(work, "outreach.tell-next-watchers", eventId))) return
    const hour = `${variantId}@${work.now.toISOString().slice(0, 13)}`
    if (await once(work, "outreach.tell-next-watchers", hour)) await chooseWatchers(work, ctx, variantId, eventId)
  })
  await mailWatchers(ctx, variantId, eventId)
}

/** Puts the event's name on those who are to be told. What somebody else is choosing from at this moment is passed over. */
async function chooseWatchers(work: Work, { tenant }: TenantContext, variantId: string, eventId: string): Promise<void> {
  const goods = await watchedGoods(work, variantId)
  // When it comes back it says so.
  if (!goods || goods.free <= 0) return
  const { sql, tenantId } = work
  const most = goods.isShown && tenant.status === "active" ? goods.free : 0
  // A name that is older than any job lives is a dead one's: nobody could be told by it, and those are asked after the others.
  const waits = fragment`w.tenant_id = ${tenantId} and w.variant_id = ${variantId} and (w.told_because is null or exists (
    select from job_receipt r where r.tenant_id = w.tenant_id and r.job = any(${[...jobs]}::text[]) and r.event_id = w.told_because
      and r.at < ${after(work.now, -hours(1))}::timestamptz))`
  const chosen = await sql<{ id: string }>`
    with next as materialized (
      select w.id from stock_watch w where ${waits}
      order by w.told_because is not null, w.created_at, w.id limit ${most}::int for update skip locked
    )
    update stock_watch chosen set told_because = ${eventId} from next
    where chosen.tenant_id = ${tenantId} and chosen.id = next.id
    returning chosen.id`
  const [rest] = await sql<{ some: boolean }>`
    select exists (select from stock_watch w where ${waits} and w.told_because is distinct from ${eventId}) as some`
  if (chosen.length > 0 || rest?.some) await work.emit("stock.still-watched", { variantId, productId: goods.productId })
}
