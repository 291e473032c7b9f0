import pg from "pg"
import type { Opened } from "#infra/start/call-off.ts"
import { openDatabase } from "#prisma/client.ts"
import { roleUrls } from "#prisma/roles.ts"
import { createTenancy, type Tenancy } from "#prisma/tenancy.ts"
import type { Work } from "#server/context/work.ts"
import { credit, debit, type Posting, postAll } from "#server/domain/ledger/index.ts"
import { newId } from "#server/kernel/ids.ts"
import { money } from "#server/kernel/money.ts"
import type { BenchWorld } from "./bench-world.ts"
import { latenciesOf, rounded } from "./latencies.ts"
import type { Report, Row } from "./report.ts"

const promisedSpread = 2_000
const promisedHot = 5_000
const inFlight = 8

interface Run extends Row {
  readonly what: string
  readonly "transfers/s": number
}

/** Transfers over many shops' books and into one account of one shop's, beside the same rows by bare INSERT. Every run is counted after. */
export async function benchLedger(world: BenchWorld, opened: Opened, lengthMs: number): Promise<Report> {
  const { ownerUrl } = await world.copy("ledger")
  const { app } = roleUrls(ownerUrl)
  const database = openDatabase({ url: app, poolSize: inFlight, applicationName: "bench-ledger" })
  opened.add(() => database.close())
  const tenancy = createTenancy(database)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  opened.add(() => owner.end())
  const shops = await makeShops(ownerUrl, 200)
  const broken: string[] = []
  const runs: Run[] = []
  const ledger = (batch: number) => (tenantId: string) => postBatch(tenancy, tenantId, batch)
  const bare = await openBare(app)
  opened.add(bare.close)
  const contests = [
    { what: "spread over 200 shops, one by one", batch: 1, targets: shops, run: ledger(1) },
    { what: "  bare INSERT of the same rows", batch: 1, targets: shops, run: bare.insert(1) },
    { what: "spread over 200 shops, 20 at once", batch: 20, targets: shops, run: ledger(20) },
    { what: "  bare INSERT of the same rows", batch: 20, targets: shops, run: bare.insert(20) },
    { what: "one hot account, 200 at once", batch: 200, targets: shops.slice(0, 1), run: ledger(200) },
    { what: "  bare INSERT of the same rows", batch: 200, targets: shops.slice(0, 1), run: bare.insert(200) },
  ]
  for (const { what, batch, targets, run } of contests) {
    const before = await countBooks(owner)
    await drive(targets, run, Math.min(1_000, lengthMs))
    const { calls, millis, seconds } = await drive(targets, run, lengthMs)
    const after = await countBooks(owner)
    if (after.off > 0) broken.push(`${what}: ${after.off} postings do not sum to zero`)
    if (after.postings - before.postings < calls * batch) broken.push(`${what}: postings are missing`)
    const { p50, p95 } = latenciesOf(millis)
    runs.push({ what, "transfers/s": rounded((calls * batch) / seconds, 0), "p50 ms": p50, "p95 ms": p95 })
  }
  return {
    tables: [{ title: `Transfers, ${inFlight} in flight`, rows: runs }],
    figures: { runs },
    broken: [...broken, ...slow(runs)],
  }
}

function slow(runs: readonly Run[]): string[] {
  const spread = runs[2]?.["transfers/s"] ?? 0
  const hot = runs[4]?.["transfers/s"] ?? 0
  return [
    ...(spread < promisedSpread ? [`${spread} transfers/s spread; at least ${promisedSpread} were promised`] : []),
    ...(hot < promisedHot ? [`${hot} transfers/s on the hot account; at least ${promisedHot} were promised`] : []),
  ]
}

function transfer(): Posting {
  const amount = money(1_234n, "EUR")
  const entries = [debit("cash:clearing", amount), credit("platform:commission", amount)]
  return { kind: "payment.settled", reference: newId("payment"), entries }
}

async function postBatch(tenancy: Tenancy, tenantId: string, batch: number): Promise<void> {
  const emit = () => Promise.reject(new Error("the bench emits nothing"))
  await tenancy.transact({ tenantId, isGuest: false }, (scoped) => {
    const work: Work = { ...scoped, now: new Date(), emit }
    return postAll(work, Array.from({ length: batch }, transfer))
  })
}

type Insert = (batch: number) => (tenantId: string) => Promise<void>

/** The same rows in one transaction without the layers above; constraint and policies are the database's and stay. */
async function openBare(url: string): Promise<{ insert: Insert; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: inFlight, application_name: "bench-bare" })
  const insert: Insert = (batch) => async (tenantId) => {
    const client = await pool.connect()
    try {
      const postings = Array.from({ length: batch }, () => newId("posting"))
      const pairs = postings.flatMap((id) => [id, id])
      await client.query("begin")
      await client.query("select set_config('rialto.tenant', $1, true)", [tenantId])
      await client.query({
        name: "bare-posting",
        text: "insert into posting (tenant_id, id, kind, reference, at) select $1, id, 'payment.settled', id, now() from unnest($2::text[]) id",
        values: [tenantId, postings],
      })
      await client.query({
        name: "bare-entry",
        text: `insert into entry (tenant_id, id, posting_id, account, amount_minor, currency)
          select $1, e.id, e.posting, e.account, e.minor, 'EUR' from unnest($2::text[], $3::text[], $4::text[], $5::bigint[]) as e(id, posting, account, minor)`,
        values: [
          tenantId,
          pairs.map(() => newId("entry")),
          pairs,
          pairs.map((_, at) => (at % 2 === 0 ? "cash:clearing" : "platform:commission")),
          pairs.map((_, at) => (at % 2 === 0 ? "1234" : "-1234")),
        ],
      })
      await client.query("commit")
    } finally {
      client.release()
    }
  }
  return { insert, close: () => pool.end() }
}

async function drive(targets: readonly string[], run: (tenantId: string) => Promise<void>, lengthMs: number) {
  const millis: number[] = []
  const since = performance.now()
  let nth = 0
  const hand = async () => {
    while (performance.now() - since < lengthMs) {
      const began = performance.now()
      await run(targets[nth++ % targets.length] ?? "")
      millis.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, hand))
  return { calls: millis.length, millis, seconds: (performance.now() - since) / 1_000 }
}

async function makeShops(ownerUrl: string, count: number): Promise<string[]> {
  const platform = new pg.Client({ connectionString: roleUrls(ownerUrl).platform })
  await platform.connect()
  const ids = Array.from({ length: count }, () => newId("tenant"))
  await platform.query(
    "insert into tenant (id, slug, name, currency, language, country) select id, lower(id), id, 'EUR', 'en', 'DE' from unnest($1::text[]) id",
    [ids],
  )
  await platform.end()
  return ids
}

async function countBooks(owner: pg.Client): Promise<{ postings: number; off: number }> {
  const { rows } = await owner.query<{ postings: number; off: number }>(`
    select (select count(*)::int from posting) as postings, (select count(*)::int from (
      select from entry group by tenant_id, posting_id, currency having sum(amount_minor) <> 0) o) as off`)
  return rows[0] ?? { postings: 0, off: 0 }
}
