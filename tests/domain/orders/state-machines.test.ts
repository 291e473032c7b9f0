import { Client } from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { orderMachine } from "#server/domain/orders/index.ts"
import { paymentMachine, refundMachine } from "#server/domain/payments/index.ts"
import { newId } from "#server/kernel/ids.ts"
import { type StateMachine, stateMachine } from "#server/kernel/state-machine.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

let database: TestDatabase
let platform: Client
beforeAll(async () => {
  database = await createDatabase()
  platform = new Client({ connectionString: database.platformUrl })
  await platform.connect()
  await platform.query(
    "insert into tenant (id, slug, name, currency, language, country) values ('ten_a', 'a', 'A', 'EUR', 'en', 'DE')",
  )
})
afterAll(async () => {
  await platform.end()
  await database.drop()
})

type Machine = Pick<StateMachine<string>, "name" | "states" | "moves">

const orderSql = `insert into "order" (tenant_id, id, number, status, cart_id, email, access_token, language, currency, subtotal_minor,
  shipping_minor, tax_minor, total_minor, shipping_method, address, placed_at, expires_at)
  values ('ten_a', $1, $2, $3, $1, 'a@b.test', 't', 'en', 'EUR', 100, 0, 0, 100, 'Post', '{}', now(), now())`
const paymentSql = `insert into payment (tenant_id, id, order_id, status, amount_minor, currency, idempotency_key, opened_at)
  values ('ten_a', $1, $2, $3, 100, 'EUR', $1, now())`
const refundSql = `insert into refund (tenant_id, id, payment_id, order_id, status, reason, amount_minor, currency, wish_key, idempotency_key,
  keyed_at, requested_at) values ('ten_a', $1, $2, 'o', $3, 'merchant', 1, 'EUR', $1, $1, now(), now())`

let number = 1
/** A row in that state, with all that a move of it could want. */
const makers: Readonly<Record<string, (id: string, status: string) => Promise<unknown>>> = {
  order: async (id, status) => {
    await platform.query(orderSql, [id, number++, status])
    await platform.query(paymentSql, [newId("payment"), id, "settled"])
  },
  payment: (id, status) => platform.query(paymentSql, [id, id, status]),
  refund: async (id, status) => {
    const paymentId = newId("payment")
    await platform.query(paymentSql, [paymentId, paymentId, "settled"])
    await platform.query(refundSql, [id, paymentId, status])
  },
}

async function canMove(table: string, from: string, to: string): Promise<boolean> {
  const id = newId("order")
  await makers[table]?.(id, from)
  return platform.query(`update "${table}" set status = $2 where id = $1`, [id, to]).then(
    ({ rowCount }) => rowCount === 1,
    (error: Error) => {
      if (!/cannot go from|_status_known/.test(error.message)) throw error
      return false
    },
  )
}

const machines: readonly Machine[] = [orderMachine, paymentMachine, refundMachine]
describe.each(machines)("the $name table", ({ name, states, moves }) => {
  it("is the same in the database, pair by pair", async () => {
    for (const from of states)
      for (const to of states)
        expect([from, to, await canMove(name, from, to)]).toEqual([from, to, from === to || (moves[from] ?? []).includes(to)])
  })

  it("knows no other states", async () => {
    expect(await canMove(name, states[0] ?? "", "nonsense")).toBe(false)
  })
})

it("lets no order be paid without a payment that settled", async () => {
  const id = newId("order")
  await platform.query(orderSql, [id, number++, "placed"])
  const pay = () => platform.query(`update "order" set status = 'paid' where id = $1`, [id])
  await expect(pay()).rejects.toThrow("no settled payment")
  await platform.query(paymentSql, [newId("payment"), id, "pending"])
  await expect(pay()).rejects.toThrow("no settled payment")
  await platform.query("update payment set status = 'settled' where order_id = $1", [id])
  await pay()
})

it("gives back no more than came in", async () => {
  const id = newId("payment")
  await platform.query(paymentSql, [id, id, "settled"])
  await expect(platform.query("update payment set refunded_minor = 101 where id = $1", [id])).rejects.toThrow("refunded_within")
})

it("reads sources and texts", () => {
  const light = stateMachine("light", { red: ["green"], green: ["amber"], amber: ["red", "green"] })
  expect(light.sourcesOf("green")).toEqual(["red", "amber"])
  expect(light.of("red")).toBe("red")
  expect(() => light.of("blue")).toThrow("no such light status: blue")
  expect(light.is("toString")).toBe(false)
})
