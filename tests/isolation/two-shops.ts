import { type Database, openDatabase } from "#prisma/client.ts"
import { createPlatformTables, type PlatformTables } from "#prisma/platform.ts"
import { createTenancy, type Tenancy } from "#prisma/tenancy.ts"
import { newId } from "#server/kernel/ids.ts"
import { byId, type TenancyById } from "#tests/support/by-id.ts"
import { createDatabase } from "#tests/support/database.ts"

export interface TwoShops {
  readonly tenancy: TenancyById
  /** As it is: told who asks. */
  readonly askers: Tenancy
  readonly platform: PlatformTables
  readonly app: Database
  readonly ownerUrl: string
  /** Both have a category with the slug "same" and the id "cat_same", named after its shop. */
  readonly a: string
  readonly b: string
  close(): Promise<void>
}

/** Two shops whose rows collide in everything but the tenant. */
export async function openTwoShops(): Promise<TwoShops> {
  const database = await createDatabase()
  const app = openDatabase({ url: database.appUrl, poolSize: 4, applicationName: "isolation" })
  const owner = openDatabase({ url: database.platformUrl, poolSize: 2, applicationName: "isolation-platform" })
  const askers = createTenancy(app)
  const platform = createPlatformTables(owner)
  const [a, b] = [newId("tenant"), newId("tenant")]
  await platform.transact(async ({ rows }) => {
    for (const id of [a, b]) {
      await rows.tenant.create({ data: { id, slug: id.slice(-12), name: id, currency: "USD", language: "en", country: "US" } })
      await rows.category.create({ data: { tenantId: id, id: "cat_same", slug: "same", name: id } })
      await rows.product.create({ data: { tenantId: id, id: "prd_same", slug: "same", title: id, categoryId: "cat_same" } })
    }
  })
  const close = async () => {
    await app.close()
    await owner.close()
    await database.drop()
  }
  return { tenancy: byId(askers), askers, platform, app, ownerUrl: database.ownerUrl, a, b, close }
}
