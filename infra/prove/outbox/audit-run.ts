import type { Client } from "pg"
import { jobsOf } from "#workers/subscriptions.ts"
import type { Deed } from "./deed.ts"
import type { Done } from "./play-storm.ts"
import { checkMails } from "./mails.ts"

export interface RunBooks {
  readonly tenantId: string
  /** The log's head before the run. */
  readonly before: number
  readonly done: readonly Done[]
  readonly folder: string
}

export interface RunAudit {
  readonly findings: readonly string[]
  readonly head: number
  /** Orders and renamings that stand. */
  readonly stood: number
}

/** What stands has been told once, and all that it asks for was done once; of what does not stand there is no trace. */
export async function auditRun(owner: Client, books: RunBooks): Promise<RunAudit> {
  const { tenantId, before, done } = books
  const orders = await readOrders(owner, books)
  const renamings = await readRenamings(owner, books)
  const { rows } = await owner.query<{ head: number; count: number }>(
    "select coalesce(max(seq), $2)::int as head, count(*)::int as count from outbox_event where tenant_id = $1 and seq > $2",
    [tenantId, before],
  )
  const { head = before, count = 0 } = rows[0] ?? {}
  const findings = [
    ...(head - before === count ? [] : [`the log has ${count} events where ${head - before} were numbered`]),
    ...done.flatMap(({ deed, ending }) => wrongTo(ending, deed, (deed.kind === "order" ? orders : renamings).get(deed.mark))),
    ...[...orders.values()].flatMap(wrongEffects),
    ...(await checkMails(books, orders)),
    ...(await staleDocuments(owner, tenantId)),
  ]
  const stood = [...orders.values(), ...renamings.values()].filter(({ stands }) => stands).length
  return { findings, head, stood }
}

export interface Trace {
  readonly mark: string
  readonly stands: boolean
  readonly eventIds: readonly string[]
  readonly purchases: number
  readonly receipts: number
}

async function readOrders(owner: Client, { tenantId, before, done }: RunBooks): Promise<Map<string, Trace>> {
  const deeds = done.flatMap(({ deed }) => (deed.kind === "order" ? [deed] : []))
  const { rows } = await owner.query<Trace>(
    `with told as (
       select payload->>'orderId' as order_id, array_agg(id) as ids from outbox_event
       where tenant_id = $1 and name = 'order.confirmed' and (seq > $2 or seq is null) group by 1
     )
     select d.mark, o.id is not null as stands, coalesce(told.ids, '{}') as "eventIds",
       (select count(*)::int from signal s where s.tenant_id = $1 and s.visitor_id = d.mark and s.kind = 'purchase') as purchases,
       (select count(*)::int from job_receipt r where r.tenant_id = $1 and r.event_id = any (told.ids)) as receipts
     from unnest($3::text[], $4::text[]) as d (id, mark)
     left join "order" o on o.tenant_id = $1 and o.id = d.id left join told on told.order_id = d.id`,
    [tenantId, before, deeds.map(({ id }) => id), deeds.map(({ mark }) => mark)],
  )
  return new Map(rows.map((row) => [row.mark, row]))
}

/** Of a renaming the event is the only trace: the next one takes its place. What the name is now must have been told. */
async function readRenamings(owner: Client, { tenantId, before, done }: RunBooks): Promise<Map<string, Trace>> {
  const marks = done.flatMap(({ deed }) => (deed.kind === "rename" ? [deed.mark] : []))
  const { rows } = await owner.query<Trace>(
    `with told as (
       select payload->>'slug' as mark, array_agg(id) as ids from outbox_event
       where tenant_id = $1 and name = 'product.changed' and (seq > $2 or seq is null) group by 1
     )
     select d.mark, told.ids is not null or p.id is not null as stands, coalesce(told.ids, '{}') as "eventIds", 0 as purchases, 0 as receipts
     from unnest($3::text[]) as d (mark) left join told on told.mark = d.mark
     left join product p on p.tenant_id = $1 and p.title = d.mark`,
    [tenantId, before, marks],
  )
  return new Map(rows.map((row) => [row.mark, row]))
}

function wrongTo(ending: Done["ending"], { kind, end, mark }: Deed, trace: Trace | undefined): string[] {
  const name = `${kind} ${mark} (${end})`
  if (!trace) return [`${name} cannot be looked up`]
  const { stands, eventIds } = trace
  if (ending === "committed" && !stands) return [`${name} was committed and is gone`]
  if (ending === "undone" && (stands || eventIds.length > 0)) return [`${name} was rolled back and left a trace`]
  if (eventIds.length !== (stands ? 1 : 0))
    return [`${name} ${stands ? "stands" : "does not stand"} and was told ${eventIds.length} times`]
  return []
}

const jobsOfAnOrder = jobsOf({ name: "order.confirmed", payload: { orderId: "", totalMinor: "", currency: "" } }).length

function wrongEffects({ mark, stands, purchases, receipts }: Trace): string[] {
  const [once, jobs] = stands ? [1, jobsOfAnOrder] : [0, 0]
  return [
    ...(purchases === once ? [] : [`order ${mark} was counted ${purchases} times as a purchase instead of ${once}`]),
    ...(receipts === jobs ? [] : [`order ${mark} has ${receipts} jobs noted as done instead of ${jobs}`]),
  ]
}

async function staleDocuments(owner: Client, tenantId: string): Promise<string[]> {
  const { rows } = await owner.query<{ title: string; shown: string | null }>(
    `select p.title, (select d.content->>'title' from search_document d
       where d.tenant_id = $1 and d.product_id = p.id and not d.is_gone order by d.generation desc limit 1) as shown
     from product p where p.tenant_id = $1 and p.status = 'published'`,
    [tenantId],
  )
  return rows.filter(({ title, shown }) => title !== shown).map(({ title, shown }) => `${title} is found as ${shown}`)
}
