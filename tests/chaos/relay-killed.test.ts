import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openDueJobs } from "#prisma/outbox-jobs.ts"
import { newId } from "#server/kernel/ids.ts"
import { silentLog } from "#server/kernel/log.ts"
import { openQueueBackend } from "#server/platform/bullmq/open-queue-backend.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"
import { type EventLog, openEventLog } from "#tests/support/event-log.ts"
import { eventually } from "#tests/support/eventually.ts"
import { testRedisUrl } from "#tests/support/redis-url.ts"
import { queueNames } from "#workers/runtime/queue-names.ts"
import { openWorkers } from "#workers/runtime/open-workers.ts"

const redisUrl = testRedisUrl(2)
const tenants = [newId("tenant"), newId("tenant"), newId("tenant")] as const
const kills = 3

let database: TestDatabase
let log: EventLog
beforeAll(async () => {
  database = await createDatabase()
  log = await openEventLog(database.ownerUrl)
})
afterAll(async () => {
  await log.close()
  await database.drop()
})

async function startChild(queueUrl: string | undefined): Promise<ChildProcess> {
  const args = ["--import", "tsx", "tests/chaos/relay-child.ts", database.platformUrl, ...(queueUrl ? [queueUrl] : [])]
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] })
  await once(child, "message")
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit")
  child.kill("SIGKILL")
  await gone
}

async function handledJobs(queueUrl: string | undefined, wanted: number): Promise<Map<string, number>> {
  const handled = new Map<string, number>()
  const backend = await openQueueBackend(
    { redisUrl: queueUrl, databaseUrl: database.platformUrl, workers: queueNames.length },
    () => undefined,
  )
  const count = async (name: string, { eventId }: { eventId: string }) => {
    const key = `${name} ${eventId}`
    handled.set(key, (handled.get(key) ?? 0) + 1)
  }
  const due = openDueJobs(database.platformUrl, () => undefined)
  const workers = openWorkers({ backend, run: count, ended: due.end, log: silentLog })
  // The last one died with jobs that it had marked and not queued: the next one looks for them.
  const next = await startChild(queueUrl)
  await eventually(() => handled.size >= wanted, 60_000)
  await kill(next)
  await Promise.all(workers.map((worker) => worker.close()))
  await due.close()
  await backend.close()
  return handled
}

/** Commits events at full speed, and kills the relay while it is among them: each time at another point. */
async function writeAndKill(queueUrl: string | undefined): Promise<string[]> {
  const ids: string[] = []
  for (let round = 0; round < kills; round++) {
    const child = await startChild(queueUrl)
    const before = (await log.published()).length
    const writing = write(ids, 200)
    await eventually(async () => (await log.published()).length >= before + 1 + round * 40)
    await kill(child)
    await writing
  }
  const last = await startChild(queueUrl)
  await eventually(async () => (await log.unpublished()) === 0)
  await kill(last)
  return ids
}

async function write(ids: string[], count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const payload = { orderId: `ord_${ids.length}`, totalMinor: "1", currency: "EUR" }
    ids.push(await log.write(tenants[n % 3] ?? tenants[0], "order.confirmed", payload))
  }
}

describe.each([["PostgreSQL", undefined], ...(redisUrl ? [["Redis", redisUrl] as const] : [])] as const)(
  "a relay killed in the middle of its work, with queues on %s",
  (_, queueUrl) => {
    it("loses nothing, leaves no gap in the numbers, and asks for every job", { timeout: 120_000 }, async () => {
      const ids = await writeAndKill(queueUrl)
      const published = (await log.published()).filter((row) => ids.includes(row.id))
      expect(new Set(published.map((row) => row.id))).toEqual(new Set(ids))
      for (const tenantId of tenants) {
        const seqs = (await log.published()).filter((row) => row.tenantId === tenantId).map((row) => row.seq)
        expect(seqs).toEqual(Array.from({ length: seqs.length }, (__, i) => i + 1))
      }
      const wanted = ids.flatMap((id) => [`outreach.send-receipt ${id}`, `insights.record-purchase ${id}`])
      const handled = await handledJobs(queueUrl, wanted.length)
      expect(new Set(handled.keys())).toEqual(new Set(wanted))
    })
  },
)
