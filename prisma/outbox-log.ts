import pg from "pg"
import { type DueJob, type DueJobs, dueJobsOf } from "./outbox-jobs.ts"

/** What was written and not told yet. */
export interface UnpublishedEvent {
  readonly tenantId: string
  readonly eventId: string
  readonly name: string
  readonly payload: unknown
  readonly at: Date
}

/** The relay's own connection to the log. Whoever holds its lock is the only relay of the database, until the connection ends. */
export interface OutboxLog {
  /** False: another process leads. */
  takeLead(): Promise<boolean>
  /** Oldest first. Times come from many processes, so this is no promise about commits: only about this very list. */
  unpublished(most: number): Promise<UnpublishedEvent[]>
  /**
   * Gives each event its tenant's next number, in the order of the list, marks it published, and notes which jobs it asks for.
   * One statement, one commit.
   */
  publish(events: readonly UnpublishedEvent[], at: Date, due: readonly DueJob[]): Promise<ReadonlyMap<string, number>>
  readonly jobs: DueJobs
  /** Resolves when somebody committed events, the time is up, or the connection is gone. */
  woken(patienceMs: number): Promise<void>
  close(): Promise<void>
}

const leadership = 7_219_885

/** @param url the platform role's: the log is read across tenants. */
export async function openOutboxLog(url: string): Promise<OutboxLog> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
    application_name: "rialto-relay",
  })
  const bell = createBell(client)
  await client.connect()
  try {
    await client.query("listen rialto_outbox")
  } catch (error) {
    await client.end()
    throw error
  }
  return {
    takeLead: async () => (await client.query("select pg_try_advisory_lock($1) as led", [leadership])).rows[0]?.led === true,
    unpublished: async (most) =>
      (await client.query<UnpublishedEvent>({ name: "unpublished", text: unpublishedSql, values: [most] })).rows,
    publish: (events, at, due) => publish(client, events, at, due),
    jobs: dueJobsOf(client),
    woken: bell.rung,
    close: () => client.end(),
  }
}

const unpublishedSql = `
  select tenant_id as "tenantId", id as "eventId", name, payload, at
  from outbox_event where published_at is null order by id limit $1`

const publishSql = `
  with batch as (select * from unnest($1::text[], $2::text[]) with ordinality as b (tenant_id, id, place)),
  counted as (select tenant_id, count(*)::int as events from batch group by tenant_id),
  heads as (
    insert into log_head as head (tenant_id, seq) select tenant_id, events from counted order by tenant_id
    on conflict (tenant_id) do update set seq = head.seq + excluded.seq
    returning tenant_id, seq
  ),
  numbered as (
    select tenant_id, id, (heads.seq - events + row_number() over (partition by tenant_id order by place))::int as seq
    from batch join counted using (tenant_id) join heads using (tenant_id)
  ),
  asked as (
    insert into due_job (tenant_id, event_id, job, carrier, asked_at)
    select *, $3 from unnest($4::text[], $5::text[], $6::text[], $7::text[]) on conflict do nothing
  )
  update outbox_event as event set seq = numbered.seq, published_at = $3
  from numbered where event.tenant_id = numbered.tenant_id and event.id = numbered.id and event.published_at is null
  returning event.id, event.seq`

async function publish(
  client: pg.Client,
  events: readonly UnpublishedEvent[],
  at: Date,
  due: readonly DueJob[],
): Promise<ReadonlyMap<string, number>> {
  const values = [
    ...[events.map((event) => event.tenantId), events.map((event) => event.eventId), at],
    ...[due.map((job) => job.tenantId), due.map((job) => job.eventId), due.map((job) => job.job), due.map((job) => job.carrier)],
  ]
  const { rows } = await client.query<{ id: string; seq: number }>({ name: "publish", text: publishSql, values })
  return new Map(rows.map((row) => [row.id, row.seq]))
}

/** Remembers one ring, so that what is committed while the relay is busy wakes it at once afterwards. */
function createBell(client: pg.Client) {
  let rang = false
  let wake: (() => void) | undefined
  const ring = () => {
    rang = true
    wake?.()
  }
  client.on("notification", ring)
  client.on("error", ring)
  client.on("end", ring)
  return {
    async rung(patienceMs: number): Promise<void> {
      if (!rang) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, patienceMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      wake = undefined
      rang = false
    },
  }
}
