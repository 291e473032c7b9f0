import { describe, expect, it } from "vitest"
import { Refusal } from "#server/messages/refusals.ts"
import type { QueueEntry } from "#server/platform/bullmq/queue-backend.ts"
import { batchOf, batches, mostPerBatch } from "./batch.ts"
import { runJob } from "./run-job.ts"

const envelope = (n: number) => ({ tenantId: "ten_a", eventId: `evt_${n}`, payload: { orderId: `ord_${n}` } })
const name = "outreach.send-receipt"

function queue() {
  const added: QueueEntry[] = []
  return { added, add: async (entries: readonly QueueEntry[]) => void added.push(...entries) }
}

describe("a job", () => {
  it("runs each of its envelopes once", async () => {
    const ran: string[] = []
    const job = batchOf(name, [1, 2, 3, 4, 5, 6, 7].map(envelope))
    await runJob(queue(), job, async (_, { eventId }) => void ran.push(eventId))
    expect(ran.sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `evt_${n}`))
  })

  it("gives those that failed in company a job of their own, and lets the others be", async () => {
    const backend = queue()
    await runJob(backend, batchOf(name, [1, 2, 3].map(envelope)), async (_, { eventId }) => {
      if (eventId === "evt_2") throw new Error("no")
    })
    expect(backend.added).toEqual([batchOf(name, [envelope(2)], 1_000)])
  })

  it("fails when it fails alone, so that the queue tries again", async () => {
    const fault = new Error("no")
    const backend = queue()
    await expect(runJob(backend, batchOf(name, [envelope(1)]), () => Promise.reject(fault))).rejects.toBe(fault)
    expect(backend.added).toEqual([])
  })

  it.each([
    ["an unknown name", { id: "1", name: "moon.rise", data: { envelopes: [envelope(1)] } }],
    ["a malformed batch", { id: "1", name, data: { envelopes: [] } }],
  ])("is dead at once with %s", async (_, job) => {
    const ran: string[] = []
    const run = async () => void ran.push("ran")
    await expect(runJob(queue(), job, run)).rejects.toMatchObject({ name: "UnrecoverableError" })
    expect(ran).toEqual([])
  })

  it("does not ask again after a refusal, except when a provider was away", async () => {
    const refused = (code: "orders.not-found" | "payments.unavailable") =>
      runJob(queue(), batchOf(name, [envelope(1)]), () => Promise.reject(new Refusal(code, {})))
    await expect(refused("orders.not-found")).rejects.toMatchObject({ name: "UnrecoverableError" })
    await expect(refused("payments.unavailable")).rejects.toMatchObject({ name: "Refusal" })
  })
})

describe("batches", () => {
  it("hold everything, in order, none too large, and are named by what they hold", () => {
    const envelopes = Array.from({ length: mostPerBatch * 2 + 3 }, (_, n) => envelope(n))
    const made = batches(name, envelopes)
    expect(made).toHaveLength(3)
    expect(made).toEqual(batches(name, envelopes))
    expect(new Set(made.map((entry) => entry.id)).size).toBe(3)
    expect(batchOf(name, [envelope(1)]).id).toBe("outreach.send-receipt.evt_1")
  })
})
