import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { openDatabase } from "#prisma/client.ts"
import { PrismaClient } from "#prisma/generated/client.ts"
import { roleUrls } from "#prisma/roles.ts"
import { statementName } from "#prisma/statement-name.ts"
import { createTenancy } from "#prisma/tenancy.ts"

export interface Goods {
  readonly tenantId: string
  readonly slug: string
  readonly vendor: string
}

export interface Contestant {
  readonly name: string
  /** One product by its slug, as a shop's page asks for it. */
  read(goods: Goods): Promise<unknown>
  /** One product's vendor, in one statement and so in one transaction. */
  write(goods: Goods): Promise<unknown>
  close(): Promise<void>
}

export const unfenced = "Prisma without fences"
export const fencedPrisma = "both fences, Prisma"
export const fencedSql = "both fences, SQL"

const asked = "select * from product where tenant_id = $1 and slug = $2 limit 1"
const written = "update product set vendor = $3 where tenant_id = $1 and slug = $2"

/** All by the same database, two connections each. The bare ones are the platform's, which sees every tenant. */
export function openContestants(ownerUrl: string): Contestant[] {
  const { app, platform } = roleUrls(ownerUrl)
  return [openBare(platform), openUnfenced(platform), ...openFenced(app)]
}

function openBare(url: string): Contestant {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  return {
    name: "bare pg",
    read: ({ tenantId, slug }) => pool.query({ name: "asked", text: asked, values: [tenantId, slug] }),
    write: ({ tenantId, slug, vendor }) => pool.query({ name: "written", text: written, values: [tenantId, slug, vendor] }),
    close: () => pool.end(),
  }
}

function openUnfenced(url: string): Contestant {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }) })
  return {
    name: unfenced,
    read: ({ tenantId, slug }) => client.product.findFirst({ where: { tenantId, slug } }),
    write: ({ tenantId, slug, vendor }) => client.product.updateMany({ where: { tenantId, slug }, data: { vendor } }),
    async close() {
      await client.$disconnect()
      await pool.end()
    },
  }
}

function openFenced(url: string): Contestant[] {
  const database = openDatabase({ url, poolSize: 2, applicationName: "bench-fenced" })
  const tenancy = createTenancy(database)
  const guest = ({ tenantId }: Goods) => ({ tenantId, isGuest: true })
  return [
    {
      name: fencedPrisma,
      read: (goods) => tenancy.read(guest(goods), ({ rows }) => rows.product.findFirst({ where: { slug: goods.slug } })),
      write: (goods) =>
        tenancy.transact(guest(goods), ({ rows }) =>
          rows.product.updateMany({ where: { slug: goods.slug }, data: { vendor: goods.vendor } }),
        ),
      close: () => database.close(),
    },
    {
      name: fencedSql,
      read: (goods) =>
        tenancy.read(
          guest(goods),
          ({ sql, tenantId }) => sql`select * from product where tenant_id = ${tenantId} and slug = ${goods.slug} limit 1`,
        ),
      write: (goods) =>
        tenancy.transact(
          guest(goods),
          ({ sql, tenantId }) =>
            sql`update product set vendor = ${goods.vendor} where tenant_id = ${tenantId} and slug = ${goods.slug}`,
        ),
      close: async () => undefined,
    },
  ]
}
