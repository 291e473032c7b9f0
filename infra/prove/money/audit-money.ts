import type { Client } from "pg"
import { z } from "zod"
import { keys } from "./money-house.ts"

export interface Audit {
  readonly broken: readonly string[]
  readonly orders: Readonly<Record<string, number>>
  readonly charges: number
  readonly refunds: number
  readonly movements: number
  readonly postings: number
}

const charge = z.object({ id: z.string(), amount: z.number(), status: z.string(), payment_intent: z.string() })
const refund = z.object({
  id: z.string(),
  amount: z.number(),
  metadata: z.record(z.string(), z.string()),
  payment_intent: z.string(),
})
const movement = z.object({
  id: z.string(),
  net: z.number(),
  currency: z.string(),
  source: z.object({ metadata: z.record(z.string(), z.string()), payment_intent: z.string(), object: z.string() }).loose(),
})

/** Our books against the provider's, row by row. Each sentence is a broken promise. */
export async function auditMoney(owner: Client, apiBase: string): Promise<Audit> {
  const movements = await listAll(apiBase, "balance_transactions?expand[]=data.source", movement)
  const charges = movements.flatMap(({ source }) => (source.object === "charge" ? [charge.parse(source)] : []))
  const refunds = movements.flatMap(({ source }) => (source.object === "refund" ? [refund.parse(source)] : []))
  const broken = [
    ...doubles(
      "charged twice",
      charges.map(({ payment_intent: intent }) => intent),
    ),
    ...doubles(
      "refunded twice",
      refunds.map(({ metadata, id }) => metadata["refund_id"] ?? id),
    ),
    ...(await complaints(owner)),
    ...(await unlike(owner, charges, refunds)),
    ...(await unmatched(
      owner,
      movements.map(({ id }) => id),
    )),
    ...(await offBalances(owner, movements)),
  ]
  const counts = await owner.query<{ status: string; count: number }>(
    `select status, count(*)::int as count from "order" group by status`,
  )
  const [books] = (await owner.query<{ count: number }>("select count(*)::int as count from posting")).rows
  const orders = Object.fromEntries(counts.rows.map(({ status, count }) => [status, count]))
  return {
    broken,
    orders,
    charges: charges.length,
    refunds: refunds.length,
    movements: movements.length,
    postings: books?.count ?? 0,
  }
}

function doubles(what: string, names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.flatMap((name) => (seen.size === seen.add(name).size ? [`${name} was ${what}`] : []))
}

/** What our own rows must never say. */
const questions: readonly string[] = [
  `select o.id || ' is ' || o.status || ' without a settled payment' as said from "order" o where o.status in ('paid', 'shipped', 'refunded')
    and not exists (select from payment p where p.tenant_id = o.tenant_id and p.order_id = o.id and p.status = 'settled' and p.amount_minor = o.total_minor)`,
  `select p.id || ' settled and its order is ' || o.status || ' without the money going back' as said
    from payment p join "order" o on o.tenant_id = p.tenant_id and o.id = p.order_id where p.status = 'settled' and o.status not in ('paid', 'shipped')
    and p.amount_minor is distinct from (select sum(r.amount_minor) from refund r where r.tenant_id = p.tenant_id and r.payment_id = p.id and r.status = 'succeeded')`,
  `select 'posting ' || posting_id || ' is off by ' || sum(amount_minor) as said from entry group by tenant_id, posting_id, currency having sum(amount_minor) <> 0`,
  `select p.id || ' gave back ' || p.refunded_minor || ' of ' || p.amount_minor as said from payment p
    where p.refunded_minor <> (select coalesce(sum(r.amount_minor), 0) from refund r where r.tenant_id = p.tenant_id and r.payment_id = p.id and r.status <> 'failed')`,
  `select r.id || ' is still ' || r.status as said from refund r where r.status in ('requested', 'pending')`,
  `select o.id || ' is placed and its payment settled' as said from "order" o join payment p on p.tenant_id = o.tenant_id and p.order_id = o.id
    where o.status = 'placed' and p.status = 'settled'`,
  `select s.variant_id || ' holds ' || s.reserved || ' pieces, orders hold ' || coalesce(sum(r.quantity), 0) as said
    from stock_level s left join reservation r on r.tenant_id = s.tenant_id and r.variant_id = s.variant_id and r.status = 'held'
    group by s.tenant_id, s.variant_id, s.reserved having s.reserved <> coalesce(sum(r.quantity), 0)`,
]

async function complaints(owner: Client): Promise<string[]> {
  const said: string[] = []
  for (const question of questions) said.push(...(await owner.query<{ said: string }>(question)).rows.map((row) => row.said))
  return said
}

/** Charge for payment and refund for refund. */
async function unlike(
  owner: Client,
  charges: readonly z.output<typeof charge>[],
  refunds: readonly z.output<typeof refund>[],
): Promise<string[]> {
  const theirs = new Map(charges.map((one) => [one.payment_intent, one.amount]))
  const { rows } = await owner.query<{ ref: string; amount: string }>(
    "select provider_ref as ref, amount_minor::text as amount from payment where status = 'settled' and amount_minor > 0",
  )
  const ours = new Map(rows.map(({ ref, amount }) => [ref, Number(amount)]))
  const made = new Map(refunds.map((one) => [one.id, one.amount]))
  const given = await owner.query<{ ref: string; amount: string }>(
    "select provider_ref as ref, amount_minor::text as amount from refund where status = 'succeeded'",
  )
  return [
    ...differences("charge", theirs, ours),
    ...differences("refund", made, new Map(given.rows.map(({ ref, amount }) => [ref, Number(amount)]))),
  ]
}

function differences(what: string, theirs: ReadonlyMap<string, number>, ours: ReadonlyMap<string, number>): string[] {
  const names = new Set([...theirs.keys(), ...ours.keys()])
  return [...names].flatMap((name) =>
    theirs.get(name) === ours.get(name) ? [] : [`${what} of ${name}: they say ${theirs.get(name)}, we say ${ours.get(name)}`],
  )
}

async function unmatched(owner: Client, movements: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ id: string; matched: boolean }>(
    "select id, posting_id is not null as matched from provider_transaction",
  )
  const known = new Map(rows.map(({ id, matched }) => [id, matched]))
  const { rows: alone } = await owner.query<{ said: string }>(`
    select p.kind || ' ' || p.reference || ' has no movement' as said from posting p where p.kind in ('payment.settled', 'refund.settled')
    and not exists (select from provider_transaction t where t.tenant_id = p.tenant_id and t.posting_id = p.id)`)
  return [
    ...movements.flatMap((id) => (known.get(id) === true ? [] : [`movement ${id} has no posting`])),
    ...(rows.length === movements.length ? [] : [`${rows.length} movements were read of ${movements.length}`]),
    ...alone.map(({ said }) => said),
  ]
}

/** What each shop has at the provider, by its books and by the provider's. */
async function offBalances(owner: Client, movements: readonly z.output<typeof movement>[]): Promise<string[]> {
  const theirs = new Map<string, number>()
  for (const { net, currency, source } of movements) {
    const name = `${source.metadata["tenant_id"]} ${currency}`
    theirs.set(name, (theirs.get(name) ?? 0) + net)
  }
  const { rows } = await owner.query<{ name: string; minor: string }>(
    "select tenant_id || ' ' || lower(currency) as name, sum(amount_minor)::text as minor from entry where account = 'cash:clearing' group by tenant_id, currency",
  )
  return differences("balance", theirs, new Map(rows.map(({ name, minor }) => [name, Number(minor)])))
}

async function listAll<T>(apiBase: string, path: string, schema: z.ZodType<T & { readonly id: string }>): Promise<T[]> {
  const found: (T & { readonly id: string })[] = []
  for (;;) {
    const after = found.at(-1)
    const answer = await fetch(`${apiBase}/v1/${path}&limit=100${after ? `&starting_after=${after.id}` : ""}`, {
      headers: { authorization: `Bearer ${keys.secretKey}` },
    })
    const page = z.object({ data: z.array(schema), has_more: z.boolean() }).parse(await answer.json())
    found.push(...page.data)
    if (!page.has_more) return found
  }
}
