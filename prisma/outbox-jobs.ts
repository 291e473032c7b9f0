import pg from "pg"
import { jobName } from "#server/kernel/tenant-keys.ts"

/** A job that an event asked for. */
export interface JobKey {
  readonly tenantId: string
  readonly eventId: string
  readonly job: string
}

export interface DueJob extends JobKey {
  /** The entry of the queue that carries it. */
  readonly carrier: string
}

/** A job that has not ended, with the event that asked for it. */
export interface OpenJob extends DueJob {
  readonly askedAt: Date
  readonly name: string
  readonly payload: unknown
  readonly at: Date
}

/** What was asked of the queues and has not ended. The queues may forget; this does not. */
export interface DueJobs {
  /** Asked for until `before`, oldest first; `beyond` is the last one of the page before. */
  open(before: Date, most: number, beyond?: OpenJob): Promise<OpenJob[]>
  /** Which of them have not ended since. */
  stillOpen(keys: readonly JobKey[]): Promise<ReadonlySet<string>>
  /** They have ended. Repeating is harmless. */
  end(keys: readonly JobKey[]): Promise<void>
}

export function jobKey({ tenantId, eventId, job }: JobKey): string {
  return jobName(tenantId, eventId, job)
}

const keysSql = "unnest($1::text[], $2::text[], $3::text[]) as k (tenant_id, event_id, job)"
const sameKey = "d.tenant_id = k.tenant_id and d.event_id = k.event_id and d.job = k.job"

const openSql = `
  select d.tenant_id as "tenantId", d.event_id as "eventId", d.job, d.carrier, d.asked_at as "askedAt", e.name, e.payload, e.at
  from due_job d join outbox_event e on e.tenant_id = d.tenant_id and e.id = d.event_id
  where d.asked_at <= $1 and ($2::timestamptz is null or (d.asked_at, d.tenant_id, d.event_id, d.job) > ($2, $3, $4, $5))
  order by d.asked_at, d.tenant_id, d.event_id, d.job limit $6`

export function dueJobsOf(client: Pick<pg.Pool, "query">): DueJobs {
  return {
    async open(before, most, beyond) {
      const { askedAt = null, tenantId = null, eventId = null, job = null } = beyond ?? {}
      const values = [before, askedAt, tenantId, eventId, job, most]
      return (await client.query<OpenJob>({ name: "open-jobs", text: openSql, values })).rows
    },
    async stillOpen(keys) {
      const text = `select d.tenant_id as "tenantId", d.event_id as "eventId", d.job from due_job d join ${keysSql} on ${sameKey}`
      const { rows } = await client.query<JobKey>({ name: "still-open-jobs", text, values: columns(keys) })
      return new Set(rows.map(jobKey))
    },
    async end(keys) {
      if (keys.length === 0) return
      const text = `delete from due_job d using ${keysSql} where ${sameKey}`
      await client.query({ name: "end-jobs", text, values: columns(keys) })
    },
  }
}

function columns(keys: readonly JobKey[]): string[][] {
  return [keys.map(({ tenantId }) => tenantId), keys.map(({ eventId }) => eventId), keys.map(({ job }) => job)]
}

export interface OpenDueJobs extends Pick<DueJobs, "end"> {
  close(): Promise<void>
}

/**
 * For workers, which note what they have done. The note does not wait for the disk: if a crash takes it back the job is repeated,
 * which changes nothing. @param url the platform role's: a batch may hold several tenants' jobs.
 */
export function openDueJobs(url: string, onFault: (error: unknown) => void): OpenDueJobs {
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    application_name: "rialto-job-notes",
    options: "-c synchronous_commit=off",
  })
  pool.on("error", onFault)
  return { end: dueJobsOf(pool).end, close: () => pool.end() }
}
