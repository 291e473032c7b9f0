import { Client } from "pg"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

let database: TestDatabase
let app: Client
beforeAll(async () => {
  database = await createDatabase()
  app = new Client({ connectionString: database.appUrl })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await database.drop()
})

beforeEach(async () => {
  await app.query("begin")
  await app.query("select set_config('rialto.tenant', 'shop', true)")
})
afterEach(() => app.query("rollback"))

async function post(id: string, ...amounts: readonly (readonly [bigint, string])[]): Promise<void> {
  await app.query("insert into posting (tenant_id, id, kind, reference, at) values ('shop', $1, 'sale', $1, now())", [id])
  for (const [index, [amount, currency]] of amounts.entries()) {
    const row = [`${id}-${index}`, id, amount.toString(), currency]
    await app.query(
      "insert into entry (tenant_id, id, posting_id, account, amount_minor, currency) values ('shop', $1, $2, 'a', $3, $4)",
      row,
    )
  }
}

test("a posting that sums to zero in each currency commits", async () => {
  await post("even", [500n, "EUR"], [-500n, "EUR"], [7n, "JPY"], [-7n, "JPY"])
  await app.query("commit")
  await app.query("begin")
  await app.query("select set_config('rialto.tenant', 'shop', true)")
  const { rows } = await app.query("select count(*)::int as n from entry where posting_id = 'even'")
  expect(rows).toEqual([{ n: 4 }])
})

test("a posting with a unit left over does not", async () => {
  await post("odd", [500n, "EUR"], [-499n, "EUR"])
  await expect(app.query("commit")).rejects.toThrow("does not balance: 1 EUR left over")
})

test("two currencies do not make up for each other", async () => {
  await post("mixed", [500n, "EUR"], [-500n, "USD"])
  await expect(app.query("commit")).rejects.toThrow("does not balance")
})

test("leaving the tenant before the commit hides nothing", async () => {
  await post("hidden", [500n, "EUR"])
  await app.query("select set_config('rialto.tenant', '', true)")
  await expect(app.query("commit")).rejects.toThrow("cannot be seen at commit")
})

for (const change of ["update entry set amount_minor = 0", "delete from entry", "delete from posting", "truncate entry"]) {
  test(`the ledger is append only: ${change}`, async () => {
    await expect(app.query(change)).rejects.toThrow("permission denied")
  })
}
