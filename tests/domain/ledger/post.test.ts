import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { balances, credit, debit, listPostings, post } from "#server/domain/ledger/index.ts"
import { newId } from "#server/kernel/ids.ts"
import { money } from "#server/kernel/money.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

const sale = (minor: bigint, reference: string) =>
  ({
    kind: "payment.settled",
    reference,
    entries: [debit("cash:clearing", money(minor, "USD")), credit("revenue", money(minor, "USD"))],
  }) as const

describe("a posting", () => {
  it("is written once per reference, also by many at once", async () => {
    const reference = newId("payment")
    const written = await Promise.all(
      Array.from({ length: 8 }, () => stall.ctx.transact((work) => post(work, sale(700n, reference)))),
    )
    expect(written.filter(Boolean)).toHaveLength(1)
    expect(await balances(stall.ctx)).toEqual([
      { account: "cash:clearing", amount: money(700n, "USD") },
      { account: "revenue", amount: money(-700n, "USD") },
    ])
    const { postings, total } = await listPostings(stall.ctx)
    expect(total).toBe(1)
    expect(postings).toMatchObject([
      { kind: "payment.settled", reference, entries: [{ account: "cash:clearing" }, { account: "revenue" }] },
    ])
  })

  it("must sum to zero in each currency", async () => {
    const entries = [debit("cash:clearing", money(5n, "USD")), credit("revenue", money(5n, "EUR"))]
    const posting = { kind: "payment.settled", reference: newId("payment"), entries } as const
    await expect(stall.ctx.transact((work) => post(work, posting))).rejects.toThrow("off by")
  })

  it("cannot get past the database when it does not sum to zero", async () => {
    const writing = stall.ctx.transact(async ({ rows, tenantId, now }) => {
      const posting = { tenantId, id: newId("posting"), kind: "payment.settled", reference: newId("payment"), at: now }
      await rows.posting.create({ data: posting })
      await rows.entry.create({
        data: { tenantId, id: newId("entry"), postingId: posting.id, account: "revenue", amountMinor: 1n, currency: "USD" },
      })
    })
    await expect(writing).rejects.toThrow()
    expect((await listPostings(stall.ctx)).total).toBe(1)
  })

  it("can be neither changed nor taken back", async () => {
    await expect(stall.ctx.transact(({ rows }) => rows.entry.updateMany({ data: { amountMinor: 0n } }))).rejects.toThrow()
    await expect(stall.ctx.transact(({ rows }) => rows.posting.deleteMany({}))).rejects.toThrow()
  })
})
