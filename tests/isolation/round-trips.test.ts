import { once } from "node:events"
import { connect, createServer } from "node:net"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Database, openDatabase } from "#prisma/client.ts"
import { roleUrls } from "#prisma/roles.ts"
import { createTenancy, type Tenancy } from "#prisma/tenancy.ts"
import { openTwoShops, type TwoShops } from "./two-shops.ts"

// The short form of `npm run bench tenancy`: what a fence costs at a distance is how often it waits for the database.
let shops: TwoShops
let database: Database
let tenancy: Tenancy
let appUrl: string
let turns = 0
const line = createServer((here) => {
  const { hostname, port } = new URL(appUrl)
  const there = connect(Number(port), hostname)
  let isAsking = false
  here.on("data", (asked) => {
    if (!isAsking) turns += 1
    isAsking = true
    there.write(asked)
  })
  there.on("data", (answered) => {
    isAsking = false
    here.write(answered)
  })
  for (const end of [here, there]) end.on("error", () => undefined)
  here.on("close", () => there.destroy())
})

beforeAll(async () => {
  shops = await openTwoShops()
  appUrl = roleUrls(shops.ownerUrl).app
  await once(line.listen(0, "127.0.0.1"), "listening")
  const url = new URL(appUrl)
  const address = line.address()
  url.port = typeof address === "object" && address ? `${address.port}` : ""
  url.hostname = "127.0.0.1"
  database = openDatabase({ url: url.href, poolSize: 1, applicationName: "round-trips" })
  tenancy = createTenancy(database)
})
afterAll(async () => {
  await database.close()
  line.close()
  await shops.close()
})

/** Of the second time: at the first, a connection is opened and statements are prepared. */
async function turnsOf(run: () => Promise<unknown>): Promise<number> {
  await run()
  turns = 0
  await run()
  return turns
}

const guest = () => ({ tenantId: shops.a, isGuest: true })

it.each([
  ["a look by Prisma", 1, () => tenancy.read(guest(), ({ rows }) => rows.category.findFirst({ where: { slug: "same" } }))],
  ["a look by SQL", 1, () => tenancy.read(guest(), ({ sql }) => sql`select name from category where tenant_id = ${shops.a}`)],
  [
    "two looks side by side",
    1,
    () =>
      tenancy.read(guest(), ({ sql }) =>
        Promise.all([
          sql`select name from category where tenant_id = ${shops.a}`,
          sql`select title from product where tenant_id = ${shops.a}`,
        ]),
      ),
  ],
  [
    "a change that is all there is",
    1,
    () => tenancy.transact(guest(), ({ rows }) => rows.category.updateMany({ where: { slug: "same" }, data: { name: shops.a } })),
  ],
  [
    "a change and a look, and their commit",
    3,
    () =>
      tenancy.transact(guest(), async ({ sql }) => {
        await sql`update category set name = ${shops.a} where tenant_id = ${shops.a}`
        await sql`select name from category where tenant_id = ${shops.a}`
      }),
  ],
])("%s: %i round trips, the tenant named within them", async (_, most, run) => {
  expect(await turnsOf(run)).toBe(most)
})
