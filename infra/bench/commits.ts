import pg from "pg"
import { newId } from "#server/kernel/ids.ts"
import type { Product } from "./product.ts"

export interface Variant {
  readonly id: string
  readonly productId: string
}

export interface Committed {
  readonly revision: number
  /** When the commit was sent, on the machine's monotonic clock, in milliseconds. */
  readonly sentAt: number
  /** Until it was durable. */
  readonly tookMs: number
}

/** Changes a variant's stock the way the product does, row and event in one transaction, from outside of the product's processes. */
export async function commitStockMoves(product: Product, variant: Variant, count: number, everyMs: number): Promise<Committed[]> {
  const client = new pg.Client({ connectionString: product.ownerUrl })
  await client.connect()
  const commits: Committed[] = []
  for (let nth = 0; nth < count; nth++) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    commits.push(await commitOne(client, product.shop.id, variant))
  }
  await client.end()
  return commits
}

export interface Burst {
  readonly events: number
  /** The last one's. */
  readonly revision: number
  readonly tookMs: number
}

/** As many shoppers at once would: many moves of one variant in a row, committed together. */
export async function commitBursts(product: Product, variant: Variant, wish: BurstWish): Promise<Burst> {
  const { bursts, size, everyMs } = wish
  const client = new pg.Client({ connectionString: product.ownerUrl })
  await client.connect()
  const began = monotonicMs()
  let revision = 0
  for (let nth = 0; nth < bursts; nth++) {
    revision = await commitMany(client, product.shop.id, variant, size)
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + (nth + 1) * everyMs - monotonicMs())))
  }
  const tookMs = monotonicMs() - began
  await client.end()
  return { events: bursts * size, revision, tookMs }
}

export interface BurstWish {
  readonly bursts: number
  readonly size: number
  readonly everyMs: number
}

async function commitMany(client: pg.Client, tenantId: string, { id, productId }: Variant, size: number): Promise<number> {
  await client.query("begin")
  await client.query("select set_config('rialto.tenant', $1, true)", [tenantId])
  const { rows } = await client.query<{ reserved: number; on_hand: number; revision: number }>(
    "update stock_level set revision = revision + $3 where tenant_id = $1 and variant_id = $2 returning on_hand, reserved, revision",
    [tenantId, id, size],
  )
  const { reserved = 0, on_hand: onHand = 0, revision = 0 } = rows[0] ?? {}
  const free = onHand - reserved
  const payloads = Array.from({ length: size }, (_, at) => ({
    variantId: id,
    productId,
    onHand,
    free,
    revision: revision - size + 1 + at,
  }))
  await client.query(
    `insert into outbox_event (tenant_id, id, name, payload, at)
     select $1, e.id, 'stock.moved', e.payload::jsonb, now() from unnest($2::text[], $3::text[]) as e (id, payload)`,
    [tenantId, payloads.map(() => newId("event")), payloads.map((payload) => JSON.stringify(payload))],
  )
  await client.query("commit")
  return revision
}

async function commitOne(client: pg.Client, tenantId: string, variant: Variant): Promise<Committed> {
  await client.query("begin")
  await client.query("select set_config('rialto.tenant', $1, true)", [tenantId])
  const { rows } = await client.query<{ on_hand: number; reserved: number; revision: number }>(
    `with shelved as (
       update stock_shelf set on_hand = on_hand + 1 where tenant_id = $1 and variant_id = $2 and location_id = (
         select id from stock_location where tenant_id = $1 and closed_at is null order by priority, id limit 1)
     )
     update stock_level set on_hand = on_hand + 1, revision = revision + 1 where tenant_id = $1 and variant_id = $2
     returning on_hand, reserved, revision`,
    [tenantId, variant.id],
  )
  const [level] = rows
  if (!level) throw new Error("the variant has no stock")
  const { on_hand: onHand, reserved, revision } = level
  const payload = { variantId: variant.id, productId: variant.productId, onHand, free: onHand - reserved, revision }
  await client.query("insert into outbox_event (tenant_id, id, name, payload, at) values ($1, $2, 'stock.moved', $3, now())", [
    ...[tenantId, newId("event"), JSON.stringify(payload)],
  ])
  const sentAt = monotonicMs()
  await client.query("commit")
  return { revision, sentAt, tookMs: monotonicMs() - sentAt }
}

export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
