import type { TenantContext } from "#server/context/tenant-context.ts"
import { seconds } from "#server/kernel/clock.ts"
import { digestOf, readModel } from "./model-file.ts"
import type { Model } from "./model.ts"

export interface ServedModel {
  readonly version: number
  readonly kind: "learned" | "content"
  readonly model: Model
  /** Places of products in the model. */
  readonly places: ReadonlyMap<string, number>
}

interface Held {
  readonly served: ServedModel | undefined
  readonly askAgainAt: number
}

const freshMs = seconds(10)
const mostShops = 200
const held = new Map<string, Promise<Held>>()

/**
 * The shop's newest whole model, kept in this process and asked for anew every few seconds. A model whose bytes do not fit their digest is
 * passed over for the one before it; while none can be had, the one that is held goes on serving.
 */
export async function currentModel(ctx: TenantContext): Promise<ServedModel | undefined> {
  const key = ctx.tenant.id
  const now = ctx.clock.now().getTime()
  const known = await held.get(key)
  if (known && now < known.askAgainAt && now > known.askAgainAt - freshMs - 1) return known.served
  const asked = newest(ctx, known?.served).then((served) => ({ served, askAgainAt: now + freshMs }))
  held.delete(key)
  held.set(key, asked)
  const [oldest] = held.keys()
  if (held.size > mostShops && oldest !== undefined) held.delete(oldest)
  try {
    return (await asked).served
  } catch (error) {
    held.delete(key)
    throw error
  }
}

interface ModelRow {
  readonly version: number
  readonly kind: "learned" | "content"
  readonly digest: string
  readonly bytes: Uint8Array
}

async function newest(ctx: TenantContext, known: ServedModel | undefined): Promise<ServedModel | undefined> {
  const versions = await ctx.read(
    ({ sql, tenantId }) =>
      sql<{ version: number }>`select version from learned_model where tenant_id = ${tenantId} order by version desc`,
  )
  for (const { version } of versions) {
    if (version === known?.version) return known
    const served = await load(ctx, version)
    if (served) return served
  }
  return known
}

async function load(ctx: TenantContext, version: number): Promise<ServedModel | undefined> {
  const [row] = await ctx.read(
    ({ sql, tenantId }) => sql<ModelRow>`
      select version, kind, digest, bytes from learned_model where tenant_id = ${tenantId} and version = ${version}`,
  )
  if (!row || digestOf(row.bytes) !== row.digest) return undefined
  try {
    const model = readModel(row.bytes)
    return { version, kind: row.kind, model, places: new Map(model.items.map((id, place) => [id, place])) }
  } catch {
    return undefined
  }
}
