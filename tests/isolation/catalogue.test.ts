import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

const platformTables = ["tenant", "domain", "account", "account_session", "platform_audit"]

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

async function names(sql: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(sql, [platformTables])
  return rows.map((row) => row.name)
}

const tenantTable = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r','p') and c.relname <> '_prisma_migrations' and not c.relname = any($1)`

describe("every tenant table", () => {
  it("exists", async () => {
    expect((await names(`select c.relname as name from pg_class c where ${tenantTable}`)).length).toBeGreaterThan(15)
  })

  it("has row-level security enabled and forced, and a policy for the app's role that names the tenant", async () => {
    const open = await names(`select c.relname || ' lacks forced row-level security or its policy' as name from pg_class c where ${tenantTable}
      and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (
        select from pg_policies p where p.tablename = c.relname and 'rialto_app' = any(p.roles)
          and p.qual like '%tenant_id%rialto.tenant%' and p.with_check like '%tenant_id%rialto.tenant%'))`)
    expect(open).toEqual([])
  })

  it("has every key and unique index led by tenant_id", async () => {
    const open = await names(`select i.indexrelid::regclass || ' is unique across tenants' as name
      from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where ${tenantTable} and i.indisunique and a.attname <> 'tenant_id'`)
    expect(open).toEqual([])
  })

  it("has every foreign key to a tenant table led by tenant_id on both sides", async () => {
    const open = await names(`select k.conname || ' crosses tenants' as name from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_attribute mine on mine.attrelid = k.conrelid and mine.attnum = k.conkey[1]
      join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attnum = k.confkey[1]
      where ${tenantTable} and k.contype = 'f' and k.confrelid <> 'tenant'::regclass
        and (mine.attname <> 'tenant_id' or theirs.attname <> 'tenant_id')`)
    expect(open).toEqual([])
  })
})

describe("the roles", () => {
  it("own nothing and cannot bypass", async () => {
    const { rows } = await owner.query(`select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty,
      exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owner
      from pg_roles r where rolname in ('rialto_app', 'rialto_platform') order by rolname`)
    expect(rows).toEqual([
      { rolname: "rialto_app", mighty: false, owner: false },
      { rolname: "rialto_platform", mighty: false, owner: false },
    ])
  })

  it("may not edit the ledger or the audit", async () => {
    const { rows } = await owner.query(`select table_name, privilege_type from information_schema.role_table_grants
      where grantee in ('rialto_app', 'rialto_platform') and table_name in ('posting', 'entry', 'platform_audit')
      and privilege_type not in ('SELECT', 'INSERT')`)
    expect(rows).toEqual([])
  })

  it("of the app may not see the platform's tables", async () => {
    const { rows } = await owner.query(`select table_name from information_schema.role_table_grants
      where grantee = 'rialto_app' and table_name in ('domain', 'account', 'account_session', 'platform_audit')`)
    expect(rows).toEqual([])
  })
})
