import { request } from "node:http"
import pg from "pg"
import { readConfig } from "#server/config.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { addToCart } from "#server/domain/carts/index.ts"
import { findProductById } from "#server/domain/catalog/index.ts"
import { customerSessions, signUpCustomer, staffSessions } from "#server/domain/identity/index.ts"
import { watchStock } from "#server/domain/inventory/index.ts"
import { placeOrder } from "#server/domain/orders/index.ts"
import { listShippingMethods } from "#server/domain/pricing/index.ts"
import { createHouse, openDatabases } from "#server/house.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import { openWeb } from "#server/open-web.ts"
import { createParts } from "#server/parts.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { createLog } from "#server/platform/log.ts"
import { createDatabase } from "#tests/support/database.ts"
import { publishGoods } from "#tests/support/goods.ts"
import { home } from "#tests/support/stall.ts"
import { buildWorld, type World } from "#tests/support/world.ts"

/** One shop with everything that can be asked for, and the people of it. */
export interface Street {
  readonly ctx: TenantContext
  readonly host: string
  /** Stands in its name, goods and people, in no address. */
  readonly secret: string
  readonly productId: string
  readonly slug: string
  readonly variantId: string
  readonly pictureKey: string
  readonly cartId: string
  /** Of somebody who waits for goods of this shop. */
  readonly watchToken: string
  readonly orderId: string
  readonly orderToken: string
  readonly customerEmail: string
  readonly customerToken: string
  readonly staffToken: string
}

export interface Answer {
  readonly status: number
  readonly location: string | undefined
  readonly body: string
}

export interface RouteTown {
  readonly world: World
  readonly port: number
  readonly own: Street
  readonly foreign: Street
  readonly closed: Street
  ask(
    host: string,
    path: string,
    wish?: { cookie?: string; form?: Readonly<Record<string, string>> | undefined },
  ): Promise<Answer>
  /** Of every row of every table. */
  digest(): Promise<string>
  close(): Promise<void>
}

export async function openRouteTown(): Promise<RouteTown> {
  const database = await createDatabase()
  const world = buildWorld(database)
  const [own, foreign, closed] = [
    await settle(world, "acorn", "Alabaster"),
    await settle(world, "bramble", "Zinnober"),
    await settle(world, "shut", "Umbra"),
  ]
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query("update tenant set status = 'suspended' where id = $1", [closed.ctx.tenant.id])

  const env = { DATABASE_URL: database.appUrl, PLATFORM_DATABASE_URL: database.platformUrl, PORT: "0", LISTEN_HOST: "127.0.0.1" }
  const config = readConfig({ ...env, APEX_HOST: "test", PUBLIC_PORT: "80", DATABASE_POOL: "6", RIALTO_RATE_LIMITS: "false" })
  const databases = openDatabases(config)
  const house = createHouse({ config, log: createLog("silent"), ...databases, ports: world.ports, clock: world.clock })
  const parts = createParts(createLog("silent"))
  const port = await openWeb({ house, bus: createInProcessBus(), parts })
  return {
    world,
    port,
    own,
    foreign,
    closed,
    ask: (host, path, wish = {}) => ask(port, host, path, wish),
    digest: () => digest(owner),
    async close() {
      await parts.close()
      await databases.close()
      await owner.end()
      await world.close()
      await database.drop()
    },
  }
}

async function settle(world: World, slug: string, secret: string): Promise<Street> {
  const ctx = await world.openTestShop({ slug, name: `${secret} Goods` })
  const goods = await publishGoods(ctx, {
    title: `Mug of ${slug}`,
    description: secret,
    vendor: secret,
    newCategory: `Things of ${slug}`,
  })
  const variantId = present(goods.variantIds[0], "variant")
  const customerEmail = `kim@${slug}.test`
  const signedUp = await signUpCustomer(ctx, { email: customerEmail, name: secret, password: "a long password" })
  const customerId = typeof signedUp === "string" ? signedUp : signedUp.id
  const cartId = newId("cart")
  await addToCart(ctx, cartId, { variantId, quantity: 1 })
  const shippingMethodId = present((await listShippingMethods(ctx))[0], "shipping method").id
  const wish = {
    cartId,
    email: customerEmail,
    address: { ...home, name: secret },
    shippingMethodId,
    visitorId: newId("visitor"),
    customerId,
  }
  const order = await placeOrder(ctx, wish)
  const [staff] = await world.platform.read("test.look", ({ rows }) =>
    rows.account.findMany({ where: { email: `owner@${slug}.test` } }),
  )
  const watchToken = await waitAt(ctx, slug)
  const product = await findProductById(ctx, goods.productId)
  return {
    ...{
      ctx,
      secret,
      variantId,
      cartId,
      watchToken,
      customerEmail,
      productId: goods.productId,
      slug: goods.slug,
      host: `${slug}.test`,
    },
    pictureKey: present(product?.pictures[0], "picture").key,
    orderId: order.orderId,
    orderToken: order.accessToken,
    customerToken: (await customerSessions(ctx).open(customerId)).token,
    staffToken: (await staffSessions(world.platform, "console").open(present(staff, "owner").id)).token,
  }
}

/** Somebody waits for a thing of this shop: the token that ends it. */
async function waitAt(ctx: TenantContext, slug: string): Promise<string> {
  const { variantIds } = await publishGoods(ctx, { title: `Cup of ${slug}`, onHand: 0 })
  await watchStock(ctx, { variantId: present(variantIds[0], "variant"), email: "waits@mail.test", language: "en" })
  const watch = await ctx.read(({ rows }) => rows.stockWatch.findFirst({ select: { token: true } }))
  return present(watch, "watch").token
}

async function digest(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  )
  const parts: string[] = []
  for (const { name } of rows) {
    const table = pg.escapeIdentifier(name)
    const found = await owner.query(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as sum from ${table} t`,
    )
    parts.push(`${name} ${found.rows[0]?.sum}`)
  }
  return parts.join("\n")
}

function ask(
  port: number,
  host: string,
  path: string,
  { cookie, form }: { cookie?: string; form?: Readonly<Record<string, string>> | undefined },
): Promise<Answer> {
  const body = form && new URLSearchParams(form).toString()
  const headers = {
    ...{ Host: host, "Sec-Fetch-Site": "same-origin", Origin: `http://${host}` },
    ...(cookie ? { Cookie: cookie } : {}),
    ...(body === undefined
      ? {}
      : { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(body) }),
  }
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path, method: body === undefined ? "GET" : "POST", headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on("data", (chunk: Buffer) => chunks.push(chunk))
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location, body: Buffer.concat(chunks).toString() }),
      )
      answer.on("error", reject)
    })
    asked.once("error", reject)
    asked.end(body)
  })
}
