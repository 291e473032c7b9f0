import pg from "pg"
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from "vitest"
import { catalogueComplaints } from "#infra/prove/isolation/catalogue.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await createDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

describe("the catalogue", () => {
  it("lacks nothing of the second fence", async () => {
    expect(await catalogueComplaints(owner)).toEqual([])
  })

  it("is about many tables", async () => {
    const { rows } = await owner.query("select count(*)::int as n from pg_policies where policyname = 'tenant_fence'")
    expect(rows[0].n).toBeGreaterThan(20)
  })
})

describe("a new table", () => {
  beforeEach(() => owner.query("begin"))
  afterEach(() => owner.query("rollback"))

  it.each([
    ["create table note (id text primary key)", "note has no tenant_id that is never empty"],
    [
      "create table note (tenant_id text not null, id text primary key)",
      "note_pkey is unique across tenants: it must start with tenant_id",
    ],
    [
      "create table note (tenant_id text not null, id text, primary key (tenant_id, id))",
      "note lacks row-level security, enabled and forced",
    ],
    [
      "create table note (tenant_id text not null, id text, primary key (tenant_id, id)); alter table note enable row level security; alter table note force row level security",
      "note has no policy that keeps the app to the tenant in scope, reading and writing",
    ],
    [
      "create table note (tenant_id text not null, id text, about text, primary key (tenant_id, id), foreign key (about, tenant_id) references product (id, tenant_id))",
      "crosses tenants: it must start with tenant_id on both sides",
    ],
    ["create view peek as select * from product", "peek passes the fence by the right of its owner"],
    ["grant update (status) on tenant to rialto_app", "the app may change status of tenant"],
    ["grant select on account to rialto_app", "rialto_app may SELECT on account"],
  ])("%s: %s", async (sql, sentence) => {
    const said = await owner.query(sql).then(
      () => catalogueComplaints(owner),
      (error: Error) => [error.message],
    )
    expect(said.some((words) => words.includes(sentence))).toBe(true)
  })
})
