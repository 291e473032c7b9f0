import pg from "pg"

/** An event as the log holds it. */
export interface Told {
  readonly seq: number
  readonly name: string
  readonly at: Date
  readonly payload: Readonly<Record<string, unknown>>
}

/** What really happened: the log itself, read by its owner, for every page to be held against. */
export interface Truth {
  /** Reads on. */
  refresh(): Promise<void>
  /** Of one shop, after a position, in order. */
  after(tenantId: string, seq: number): readonly Told[]
  head(tenantId: string): number
  unpublished(): Promise<number>
  close(): Promise<void>
}

export async function openTruth(ownerUrl: string): Promise<Truth> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const logs = new Map<string, Told[]>()
  const heads = new Map<string, number>()
  let reading: Promise<void> = Promise.resolve()

  async function readOn(): Promise<void> {
    const known = [...heads]
    const { rows } = await client.query<Told & { tenantId: string }>(
      `select e.tenant_id as "tenantId", e.seq, e.name, e.payload, e.at from outbox_event e
         left join unnest($1::text[], $2::int[]) as known (tenant_id, seq) on known.tenant_id = e.tenant_id
         where e.seq > coalesce(known.seq, 0) order by e.tenant_id, e.seq`,
      [known.map(([tenantId]) => tenantId), known.map(([, seq]) => seq)],
    )
    for (const { tenantId, ...told } of rows) {
      const log = logs.get(tenantId) ?? []
      logs.set(tenantId, log)
      log.push(told)
      heads.set(tenantId, told.seq)
    }
  }
  return {
    // One after the other: what two read at once would be noted twice.
    refresh() {
      reading = reading.then(readOn)
      return reading
    },
    after(tenantId, seq) {
      const log = logs.get(tenantId) ?? []
      const first = log[0]?.seq ?? 0
      // The numbers have no gaps.
      return log.slice(Math.max(0, seq + 1 - first))
    },
    head: (tenantId) => heads.get(tenantId) ?? 0,
    async unpublished() {
      const { rows } = await client.query<{ count: number }>(
        "select count(*)::int as count from outbox_event where published_at is null",
      )
      return rows[0]?.count ?? 0
    },
    close: () => client.end(),
  }
}
