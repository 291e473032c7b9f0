import { describe, expect, it } from "vitest"
import { Refusal } from "#server/messages/refusals.ts"
import type { QueueEntry } from "#server/platform/bullmq/queue-backend.ts"
import { batchOf, batches, mostPerBatch } from "./batch.ts"
import { type JobParts, type RunEnvelope, runJob } from "./run-job.ts"

const job = "outreach.send-receipt"
const envelope = (n: number) => ({ job, tenantId: "ten_a", eventId: `evt_${n}`, payload: { orderId: `ord_${n}` } })
const queueName = "outreach"

function queue() {
  const added: QueueEntry[] = []
  return { added, add: async (entries: readonly QueueEntry[]) => void added.push(...entries) }
}

const parts = (backend: JobParts["backend"], run: RunEnvelope, ended: string[] = []): JobParts => ({
  ...{ backend, queue: queueName, run },
  ended: async (keys) => void ended.push(...keys.map(({ eventId }) => eventId)),
})

describe("a job", () => {
  it("runs each of its envelopes once", async () => {
    const ran: string[] = []
    const batch = batchOf(queueName, [1, 2, 3, 4, 5, 6, 7].map(envelope))
    await runJob(
      parts(queue(), async (_, { eventId }) => void ran.push(eventId)),
      batch,
    )
    expect(ran.sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `evt_${n}`))
  })

  it("gives those that failed in company a job of their own, and lets the others be", async () => {
    const backend = queue()
    const ended: string[] = []
    const run = async (_: string, { eventId }: { eventId: string }) => {
      if (eventId === "evt_2") throw new Error("no")
    }
    await runJob(parts(backend, run, ended), batchOf(queueName, [1, 2, 3].map(envelope)))
    expect(ended.sort()).toEqual(["evt_1", "evt_3"])
    expect(backend.added).toEqual([batchOf(queueName, [envelope(2)], 1_000)])
  })

  it("fails when it fails alone, so that the queue tries again", async () => {
    const fault = new Error("no")
    const backend = queue()
    await expect(
      runJob(
        parts(backend, () => Promise.reject(fault)),
        batchOf(queueName, [envelope(1)]),
      ),
    ).rejects.toBe(fault)
    expect(backend.added).toEqual([])
  })

  it.each([
    ["an unknown job", { id: "1", name: "moon.rise", data: { envelopes: [{ ...envelope(1), job: "moon.rise" }] } }],
    ["a malformed batch", { id: "1", name: "outreach.batch", data: { envelopes: [] } }],
  ])("is dead at once with %s", async (_, taken) => {
    const ran: string[] = []
    const run = async () => void ran.push("ran")
    await expect(runJob(parts(queue(), run), taken)).rejects.toMatchObject({ name: "UnrecoverableError" })
    expect(ran).toEqual([])
  })

  it("does not ask again after a refusal, except when a provider was away", async () => {
    const refused = (code: "orders.not-found" | "payments.unavailable") =>
      runJob(
        parts(queue(), () => Promise.reject(new Refusal(code, {}))),
        batchOf(queueName, [envelope(1)]),
      )
    await expect(refused("orders.not-found")).rejects.toMatchObject({ name: "UnrecoverableError" })
    await expect(refused("payments.unavailable")).rejects.toMatchObject({ name: "Refusal" })
  })
})

describe("batches", () => {
  it("hold everything, in order, none too large, and are named by what they hold", () => {
    const envelopes = Array.from({ length: mostPerBatch * 2 + 3 }, (_, n) => envelope(n))
    const made = batches(queueName, envelopes)
    expect(made).toHaveLength(3)
    expect(made).toEqual(batches(queueName, envelopes))
    expect(new Set(made.map((entry) => entry.id)).size).toBe(3)
    expect(batchOf(queueName, [envelope(1)]).id).toBe("outreach.send-receipt.evt_1")
  })
})
