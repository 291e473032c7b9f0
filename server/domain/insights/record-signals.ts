import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import type { VisitorSignal } from "./signal.ts"

export function recordSignal(ctx: TenantContext, signal: VisitorSignal): Promise<void> {
  return recordSignals(ctx, [signal])
}

/** One insert for all. A signal about a product that this shop does not have is dropped. */
export async function recordSignals(ctx: TenantContext, signals: readonly VisitorSignal[]): Promise<void> {
  if (signals.length === 0) return
  await ctx.transact(async (work) => {
    const asked = signals.flatMap(({ productId }) => productId ?? [])
    const known = new Set(await knownProducts(work, asked))
    await insertSignals(
      work,
      signals.filter(({ productId }) => productId === null || known.has(productId)),
    )
  })
}

export async function insertSignals({ rows, tenantId, now }: Work, signals: readonly VisitorSignal[]): Promise<void> {
  if (signals.length === 0) return
  await rows.signal.createMany({
    data: signals.map(({ visitorId, kind, productId, detail = "" }) => {
      return { tenantId, id: newId("signal", now.getTime()), visitorId, kind, productId, detail, at: now }
    }),
  })
}

async function knownProducts({ rows }: Work, productIds: readonly string[]): Promise<string[]> {
  if (productIds.length === 0) return []
  const found = await rows.product.findMany({ where: { id: { in: [...productIds] } }, select: { id: true } })
  return found.map(({ id }) => id)
}
