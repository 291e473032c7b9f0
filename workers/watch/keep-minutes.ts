import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, days, hours, minutes, seconds } from "#server/kernel/clock.ts"
import { everyone, type Minute, minuteKey } from "#server/messages/pulse.ts"
import { createSampleReader } from "#server/platform/pulse/sample-reader.ts"
import { createMinuteSums, type MinuteSum, minuteOf } from "./minute-sums.ts"

export interface MinuteKeeper {
  /** Brings the running minute up to date, and the one before while it is young. Repeating changes nothing. */
  keep(): Promise<void>
  /** Lets go of what is too old to be shown. */
  prune(): Promise<void>
}

type Row = Omit<Minute, "at"> & { readonly tenantId: string; readonly minute: Date }
type Told = Pick<Row, "tenantId" | "minute" | "orders" | "paid" | "stockOuts" | "settled" | "failed">

const lock = 7_219_887
/** After its end a minute may still grow: samples and events of its last seconds come a little later. */
const youngMs = seconds(15)

/** Adds samples and log up to minutes, for charts, alerts and whoever starts later. One process at a time; whichever does it writes the same. */
export function createMinuteKeeper(platform: PlatformContext): MinuteKeeper {
  const reader = createSampleReader(minutes(3))
  const sums = createMinuteSums()
  let written = new Map<string, string>()
  return {
    async keep() {
      const texts = await platform.record("pulse.fold-minutes", async ({ sql }) => {
        const [turn] = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lock}) as mine`
        if (!turn?.mine) return undefined
        const now = platform.clock.now()
        const first = minuteOf(after(now, -youngMs))
        const [told] = await Promise.all([
          sql<Told>`
            with told as (
              select tenant_id, date_trunc('minute', published_at) as minute, name, payload from outbox_event
              where published_at >= ${new Date(first)}
                and (name in ('order.placed', 'order.confirmed', 'payment.settled', 'payment.failed')
                  or (name = 'stock.moved' and (payload ->> 'free')::int <= 0))
            ),
            amounts as (
              select tenant_id, minute, payload ->> 'currency' as currency, sum((payload ->> 'totalMinor')::numeric)::text as minor
              from told where name = 'order.confirmed' group by 1, 2, 3
            )
            select tenant_id as "tenantId", minute, count(*) filter (where name = 'order.placed')::int as orders,
              count(*) filter (where name = 'stock.moved')::int as "stockOuts",
              count(*) filter (where name = 'payment.settled')::int as settled,
              count(*) filter (where name = 'payment.failed')::int as failed,
              coalesce((select jsonb_object_agg(currency, minor) from amounts a where a.tenant_id = t.tenant_id and a.minute = t.minute), '{}') as paid
            from told t group by 1, 2`,
          // What has been read is not read again: it is taken whatever becomes of the rest.
          reader.next({ sql }, now).then(sums.take),
        ])
        sums.forgetBefore(first)
        const rows = [...new Set([first, minuteOf(now)])].flatMap((minute) => rowsOf(minute, sums.of(minute), told))
        const texts = new Map(rows.map((row) => [minuteKey(row.tenantId, row.minute.getTime()), JSON.stringify(row)]))
        const changed = [...texts].flatMap(([key, text]) => (written.get(key) === text ? [] : [text]))
        if (changed.length > 0) await store(sql, changed)
        return texts
      })
      if (texts) written = texts
    },
    async prune() {
      const now = platform.clock.now()
      await platform.record("pulse.forget-samples", ({ sql }) =>
        Promise.all([
          sql`delete from pulse_sample where at < ${after(now, -minutes(4))}`,
          sql`delete from pulse_minute where minute < ${after(now, -hours(2))}`,
          sql`delete from fault_note where at < ${after(now, -days(1))}`,
          sql`delete from alert where cleared_at < ${after(now, -days(90))}`,
        ]),
      )
    },
  }
}

const nothingTold = { orders: 0, paid: {}, stockOuts: 0, settled: 0, failed: 0 }

function rowsOf(minuteMs: number, measured: ReadonlyMap<string, MinuteSum>, told: readonly Told[]): Row[] {
  const minute = new Date(minuteMs)
  const shops = told.filter((row) => row.minute.getTime() === minuteMs)
  const byShop = new Map<string, Omit<Told, "tenantId" | "minute">>(
    shops.map(({ tenantId, minute: _, ...row }) => [tenantId, row]),
  )
  if (shops.length > 0) byShop.set(everyone, shops.reduce<Omit<Told, "tenantId" | "minute">>(addTold, nothingTold))
  return [...new Set([...measured.keys(), ...byShop.keys()])].map((tenantId) => {
    return { tenantId, minute, ...(byShop.get(tenantId) ?? nothingTold), ...measuredOf(measured.get(tenantId)) }
  })
}

function addTold(a: Omit<Told, "tenantId" | "minute">, b: Told): Omit<Told, "tenantId" | "minute"> {
  const paid = { ...a.paid }
  for (const [currency, minor] of Object.entries(b.paid))
    paid[currency] = (BigInt(paid[currency] ?? 0) + BigInt(minor)).toString()
  return {
    orders: a.orders + b.orders,
    stockOuts: a.stockOuts + b.stockOuts,
    settled: a.settled + b.settled,
    failed: a.failed + b.failed,
    paid,
  }
}

function measuredOf(sum: MinuteSum | undefined) {
  const { pages, jobs, ...rest } = sum ?? {
    ...{ refusals: 0, faults: 0, visitors: 0, sockets: 0, held: 0, queueDepth: 0, queueAgeMs: 0 },
    ...{ pages: undefined, jobs: undefined },
  }
  return {
    ...rest,
    pages: pages?.count ?? 0,
    pagesP95Ms: pages?.quantile(0.95) ?? null,
    jobs: jobs?.count ?? 0,
    jobsP95Ms: jobs?.quantile(0.95) ?? null,
  }
}

type Sql = Parameters<Parameters<PlatformContext["record"]>[1]>[0]["sql"]

function store(sql: Sql, rows: readonly string[]): Promise<unknown> {
  return sql`
    insert into pulse_minute (tenant_id, minute, orders, paid, stock_outs, refusals, faults, pages, pages_p95_ms, jobs, jobs_p95_ms,
      settled, failed, visitors, sockets, held, queue_depth, queue_age_ms)
    select "tenantId", minute, orders, paid, "stockOuts", refusals, faults, pages, "pagesP95Ms", jobs, "jobsP95Ms",
      settled, failed, visitors, sockets, held, "queueDepth", "queueAgeMs"
    from jsonb_to_recordset(${`[${rows.join(",")}]`}::jsonb) as r (
      "tenantId" text, minute timestamptz, orders int, paid jsonb, "stockOuts" int, refusals int, faults int, pages int, "pagesP95Ms" float8,
      jobs int, "jobsP95Ms" float8, settled int, failed int, visitors int, sockets int, held int, "queueDepth" int, "queueAgeMs" int)
    order by 1, 2
    on conflict (tenant_id, minute) do update set
      orders = excluded.orders, paid = excluded.paid, stock_outs = excluded.stock_outs, refusals = excluded.refusals,
      faults = excluded.faults, pages = excluded.pages, pages_p95_ms = excluded.pages_p95_ms, jobs = excluded.jobs,
      jobs_p95_ms = excluded.jobs_p95_ms, settled = excluded.settled, failed = excluded.failed, visitors = excluded.visitors,
      sockets = excluded.sockets, held = excluded.held, queue_depth = excluded.queue_depth, queue_age_ms = excluded.queue_age_ms`
}
