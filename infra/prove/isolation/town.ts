import pg from "pg"
import { type Database, openDatabase } from "#prisma/client.ts"
import { createPlatformTables } from "#prisma/platform.ts"
import { roleUrls } from "#prisma/roles.ts"
import { createTenancy, type Tenancy } from "#prisma/tenancy.ts"
import { branded } from "#server/kernel/brand.ts"
import { makeRow } from "./make-row.ts"
import { markOf, privateKey, sharedKeys, tenantIdOf } from "./marks.ts"
import { readShapes, type Shape } from "./shapes.ts"

/** Which fences stand: both, Prisma's alone (no row-level security), the database's alone (the client without its extension). */
export const modes = ["both", "prisma", "database"] as const
export type Mode = (typeof modes)[number]

/** Shops whose rows collide in everything but their tenant, and what is known of how many there are. */
export interface Town {
  readonly mode: Mode
  readonly tenants: number
  readonly shapes: ReadonlyMap<string, Shape>
  readonly database: Database
  readonly tenancy: Tenancy
  readonly owner: pg.Client
  /** Rows of a tenant by model, as its own operations left them. */
  readonly counts: ReadonlyMap<string, number>[]
  count(tenant: number, model: string): number
  changeCount(tenant: number, model: string, by: number): void
  setCount(tenant: number, model: string, to: number): void
  freshKey(): string
  close(): Promise<void>
}

export interface TownWish {
  /** Of a migrated, empty database that nobody else uses. */
  readonly ownerUrl: string
  readonly mode: Mode
  readonly tenants: number
  readonly poolSize?: number
}

export async function openTown({ ownerUrl, mode, tenants, poolSize = 6 }: TownWish): Promise<Town> {
  const urls = roleUrls(ownerUrl)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const database = openDatabase({ url: urls.app, poolSize, applicationName: "prove", patienceMs: 120_000, mostPlans: 20_000 })
  const shapes = await readShapes(database.client, owner)
  await dropChecks(owner)
  await settle(urls.platform, shapes, tenants)
  if (mode === "prisma")
    for (const { table } of shapes)
      await owner.query(`alter table public.${pg.escapeIdentifier(table)} disable row level security`)
  await owner.query("analyze")

  const counts = Array.from({ length: tenants }, () => new Map(shapes.map((shape) => [shape.model, seededRows(shape, 0).length])))
  const of = (tenant: number) => counts[tenant] ?? new Map<string, number>()
  let fresh = 0
  return {
    mode,
    tenants,
    shapes: new Map(shapes.map((shape) => [shape.model, shape])),
    database,
    tenancy: createTenancy(database),
    owner,
    counts,
    count: (tenant, model) => of(tenant).get(model) ?? 0,
    changeCount: (tenant, model, by) => void of(tenant).set(model, (of(tenant).get(model) ?? 0) + by),
    setCount: (tenant, model, to) => void of(tenant).set(model, to),
    freshKey: () => `f${++fresh}`,
    async close() {
      await database.close()
      await owner.end()
    },
  }
}

/** A check looks at one row alone, and would only keep marks out of it. Triggers look further: they stay. */
async function dropChecks(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ said: string }>(
    `select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as said
     from pg_constraint k where k.contype = 'c' and k.connamespace = 'public'::regnamespace and k.conrelid <> 0`,
  )
  for (const { said } of rows) await owner.query(said)
}

export function seededRows(shape: Shape, tenant: number) {
  const keys = shape.keys.length === 0 ? ["k1"] : [...sharedKeys, privateKey(tenant)]
  return keys.map((key) => makeRow(shape, tenant, key))
}

async function settle(platformUrl: string, shapes: readonly Shape[], tenants: number): Promise<void> {
  const platform = openDatabase({ url: platformUrl, poolSize: 2, applicationName: "prove-platform" })
  const all = Array.from({ length: tenants }, (_, tenant) => tenant)
  try {
    await createPlatformTables(platform).transact(async ({ rows }) => {
      const common = { currency: "USD", language: "en", country: "US" }
      await rows.tenant.createMany({
        data: all.map((tenant) => ({ id: tenantIdOf(tenant), slug: tenantIdOf(tenant), name: markOf(tenant), ...common })),
      })
      const tables = branded<Record<string, { createMany(args: { data: unknown }): Promise<unknown> }>>(rows)
      for (const shape of shapes)
        await tables[shape.delegate]?.createMany({ data: all.flatMap((tenant) => seededRows(shape, tenant)) })
    })
  } finally {
    await platform.close()
  }
}
