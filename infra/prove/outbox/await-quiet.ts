import { setTimeout as pause } from "node:timers/promises"
import { Client } from "pg"

/** The promise is that it ends well, not how soon: a machine may have other things to do. */
const patienceMs = 900_000

/** Until nothing of this shop is under way any more; nobody trains here. Answers what still is when patience ends. */
export async function awaitQuiet(ownerUrl: string, tenantId: string): Promise<string[]> {
  let left = ["the database could not be asked"]
  for (const until = Date.now() + patienceMs; left.length > 0 && Date.now() < until; await pause(150))
    left = await asOwner(ownerUrl, (owner) => underWay(owner, tenantId)).catch(() => left)
  return left.map((words) => `${words} after ${patienceMs / 1_000} s`)
}

async function underWay(owner: Client, tenantId: string): Promise<string[]> {
  const { rows } = await owner.query<{ what: string; count: number }>(
    `select 'events are not published' as what, count(*)::int as count from outbox_event where tenant_id = $1 and published_at is null
     union all select 'jobs have not ended', count(*)::int from due_job where tenant_id = $1 and job <> 'recommendations.train'
     union all select 'products are not indexed', count(*)::int from search_due where tenant_id = $1`,
    [tenantId],
  )
  return rows.filter(({ count }) => count > 0).map(({ what, count }) => `${count} ${what}`)
}

/** A connection of its own: the last one may have ended with the database. */
export async function asOwner<T>(ownerUrl: string, ask: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: ownerUrl })
  owner.on("error", () => undefined)
  await owner.connect()
  try {
    return await ask(owner)
  } finally {
    await owner.end().catch(() => undefined)
  }
}
