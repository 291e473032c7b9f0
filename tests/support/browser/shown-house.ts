import type { Browser, BrowserContextOptions } from "playwright"
import { demoSignIns } from "#prisma/seed/sign-ins.ts"
import { eventually } from "#tests/support/eventually.ts"
import { type Showpieces, shownShops, type Viewer } from "./main-pages.ts"
import type { OpenHouse } from "./open-house.ts"
import { payByHand, placeOrderByHand } from "./order-by-hand.ts"
import { addressForm } from "./stock-shop.ts"
import { createStranger, type Stranger } from "./stranger.ts"
import { createVisitor, type Visitor } from "./visitor.ts"

/** A seeded house with somebody in every role, to be looked at. */
export interface ShownHouse {
  readonly found: Showpieces
  /** A browser in which that role is signed in, or carries its cart. */
  visit(browser: Browser, viewer: Viewer, options?: BrowserContextOptions): Promise<Visitor>
}

export async function showHouse(house: OpenHouse): Promise<ShownHouse> {
  const people: Record<Viewer, Stranger> = {
    stranger: createStranger(house, "alder"),
    shopper: createStranger(house, "alder"),
    customer: createStranger(house, "alder"),
    merchant: createStranger(house, "console"),
    admin: createStranger(house, "admin"),
  }
  const orders = await shop(house, people.shopper)
  await signIn(people.customer, "/account/sign-in", "customer")
  await signIn(people.merchant, "/sign-in", "owner")
  await signIn(people.admin, "/sign-in", "admin")
  const found = { ...(await findPieces(house)), ...orders, consoleOrder: orders.paidOrder }
  return {
    found,
    async visit(browser, viewer, options = {}) {
      const visitor = await createVisitor(browser, { name: viewer, ...options })
      await visitor.context.addCookies(people[viewer].cookies())
      return visitor
    },
  }
}

async function signIn(person: Stranger, path: string, role: "customer" | "owner" | "admin"): Promise<void> {
  const known = demoSignIns("localhost").find((one) => one.role === role && (one.shopSlug ?? "alder") === "alder")
  const answer = await person.post(path, { email: known?.email ?? "", password: known?.password ?? "" })
  if (answer.status !== 303) throw new Error(`${role} was not let in: ${answer.status}`)
}

/** One order that is paid, one that waits, and a cart. */
async function shop(
  house: OpenHouse,
  shopper: Stranger,
): Promise<Pick<Showpieces, "paidOrder" | "waitingOrder" | "expiredOrder">> {
  const variants = await house.sql<{ id: string }>(
    `select min(v.id) as id from variant v join tenant t on t.id = v.tenant_id and t.slug = 'alder'
       join product p on p.tenant_id = v.tenant_id and p.id = v.product_id and p.status = 'published'
       join stock_level s on s.tenant_id = v.tenant_id and s.variant_id = v.id and s.on_hand - s.reserved > 9
      group by p.id order by p.id limit 3`,
  )
  const [method] = await house.sql<{ id: string }>(
    "select m.id from shipping_method m join tenant t on t.id = m.tenant_id and t.slug = 'alder' where 'US' = any(m.countries) order by m.position limit 1",
  )
  const form = {
    email: "jane@shopper.example",
    ...addressForm,
    "address.name": "Jane Shopper",
    "address.line1": "1 Harbor Street",
    shippingMethodId: method?.id ?? "",
  }
  const fill = async () => {
    for (const { id } of variants) await shopper.post("/cart/lines", { variantId: id, quantity: "1" })
  }
  await fill()
  const paid = await placeOrderByHand(shopper, form)
  await payByHand(house, shopper, paid)
  await eventually(async () => {
    const [order] = await house.sql<{ status: string }>(`select status from "order" where id = $1`, [paid.id])
    return order?.status === "paid"
  })
  await fill()
  const waiting = await placeOrderByHand(shopper, form)
  await fill()
  const expired = await placeOrderByHand(shopper, form)
  await house.sql(`update "order" set expires_at = now() where id = $1`, [expired.id])
  await fill()
  return { paidOrder: paid.id, waitingOrder: waiting.id, expiredOrder: expired.id }
}

async function findPieces(house: OpenHouse): Promise<Pick<Showpieces, "products" | "consoleProduct" | "tenantId" | StockPieces>> {
  const products = await house.sql<{ shop: string; slug: string; id: string; tenant: string }>(
    `select distinct on (t.slug) t.slug as shop, p.slug, p.id, t.id as tenant from product p join tenant t on t.id = p.tenant_id
      where p.status = 'published' and exists (select from product_option o where o.tenant_id = p.tenant_id and o.product_id = p.id)
      order by t.slug, p.id`,
  )
  const own = products.find(({ shop }) => shop === shownShops[0])
  return {
    products: Object.fromEntries(products.map(({ shop, slug }) => [shop, slug])),
    consoleProduct: own?.id ?? "",
    tenantId: own?.tenant ?? "",
    ...(await findStockPieces(house)),
  }
}

type StockPieces = "goneProduct" | "bundleProduct" | "consoleVariant" | "consoleBundle"

async function findStockPieces(house: OpenHouse): Promise<Pick<Showpieces, StockPieces>> {
  const ofShop = `from variant v join tenant t on t.id = v.tenant_id and t.slug = '${shownShops[0]}'
    join product p on p.tenant_id = v.tenant_id and p.id = v.product_id and p.status = 'published'
    join stock_level s on s.tenant_id = v.tenant_id and s.variant_id = v.id`
  const isBundle = "exists (select from bundle_part b where b.tenant_id = v.tenant_id and b.bundle_id = v.id)"
  const [gone] = await house.sql<{ slug: string }>(
    `select p.slug ${ofShop} where not ${isBundle} group by p.id, p.slug having max(s.on_hand - s.reserved) <= 0 order by p.id limit 1`,
  )
  const [bundle] = await house.sql<{ slug: string; id: string }>(
    `select p.slug, p.id ${ofShop} where ${isBundle} order by p.id limit 1`,
  )
  const [moved] = await house.sql<{ id: string }>(
    `select v.id ${ofShop} where not ${isBundle} and s.on_hand > 5 order by (select count(*) from stock_movement m
      where m.tenant_id = v.tenant_id and m.variant_id = v.id) desc, v.id limit 1`,
  )
  return {
    goneProduct: gone?.slug ?? "",
    bundleProduct: bundle?.slug ?? "",
    consoleVariant: moved?.id ?? "",
    consoleBundle: bundle?.id ?? "",
  }
}
