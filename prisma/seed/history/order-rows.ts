import { minutes } from "#server/kernel/clock.ts"
import type { PlannedShop } from "#prisma/seed/catalog/plan.ts"
import type { Dice } from "#prisma/seed/dice.ts"
import type { Tables } from "#prisma/seed/tables.ts"
import type { ToldOrder } from "./order.ts"

const dateOf = (at: number | null) => (at === null ? null : new Date(at))

export function orderRows(tables: Tables, shop: PlannedShop, order: ToldOrder, luck: Dice): void {
  const { tenantId, source } = shop
  const { visitor } = order.purchase
  const { place } = visitor
  const address = {
    name: visitor.name,
    line1: visitor.street,
    line2: "",
    city: place.city,
    postcode: place.postcode,
    region: place.region,
    country: place.country,
    phone: "",
  }
  tables.order.push({
    tenant_id: tenantId,
    id: order.id,
    number: order.number,
    status: order.status,
    cart_id: luck.id("cart", order.placedAt),
    customer_id: visitor.customerId,
    email: visitor.email,
    access_token: luck.token(),
    language: source.language,
    currency: source.currency,
    subtotal_minor: order.subtotal,
    shipping_minor: order.shipping,
    tax_minor: order.tax,
    tax_name: order.taxRate?.name ?? "",
    tax_included: order.taxRate?.included ?? false,
    total_minor: order.total,
    commission_minor: commissionOf(order),
    shipping_method: order.shippingMethod,
    address,
    visitor_id: visitor.id,
    cancel_reason: order.cancelReason,
    revision: order.status === "shipped" ? 3 : 2,
    placed_at: new Date(order.placedAt),
    expires_at: new Date(order.placedAt + minutes(15)),
    paid_at: dateOf(order.paidAt),
    shipped_at: dateOf(order.shippedAt),
    cancelled_at: dateOf(order.cancelledAt),
  })
  lineRows(tables, shop, order, luck)
  if (order.shippedAt !== null) {
    tables.shipment.push({
      tenant_id: tenantId,
      id: luck.id("shipment", order.shippedAt),
      order_id: order.id,
      carrier: source.carrier,
      tracking: `${source.skuPrefix}${luck.between(10_000_000, 99_999_999)}${luck.between(1_000, 9_999)}`,
      shipped_at: new Date(order.shippedAt),
    })
  }
  const paymentId = paymentRow(tables, shop, order, luck)
  if (order.paidAt !== null) postingRows(tables, shop, order, paymentId, order.paidAt, luck)
}

function lineRows(tables: Tables, { tenantId }: PlannedShop, order: ToldOrder, luck: Dice): void {
  order.purchase.lines.forEach(({ product, variant, quantity }, position) => {
    tables.order_line.push({
      tenant_id: tenantId,
      id: luck.id("orderLine", order.placedAt),
      order_id: order.id,
      position,
      product_id: product.id,
      variant_id: variant.id,
      title: product.source.title,
      choices: variant.choices,
      sku: variant.sku,
      picture_key: product.pictures[0]?.id ?? "",
      quantity,
      unit_minor: variant.priceMinor,
      total_minor: variant.priceMinor * BigInt(quantity),
      commission_bps: 250,
      commission_minor: commissionOn(variant.priceMinor * BigInt(quantity)),
    })
    tables.reservation.push({
      tenant_id: tenantId,
      id: luck.id("reservation", order.placedAt),
      order_id: order.id,
      variant_id: variant.id,
      quantity,
      status: order.status === "cancelled" ? "released" : "consumed",
      expires_at: new Date(order.placedAt + minutes(15)),
    })
  })
}

function paymentRow(tables: Tables, { tenantId, source }: PlannedShop, order: ToldOrder, luck: Dice): string {
  const id = luck.id("payment", order.placedAt)
  tables.payment.push({
    tenant_id: tenantId,
    id,
    order_id: order.id,
    status: order.paidAt === null ? "cancelled" : "settled",
    amount_minor: order.total,
    currency: source.currency,
    idempotency_key: id,
    provider_ref: `pi_past_${luck.token().slice(0, 20)}`,
    client_secret: null,
    failure_code: "",
    revision: 3,
    opened_at: new Date(order.placedAt),
    settled_at: dateOf(order.paidAt),
  })
  return id
}

const commissionOn = (goods: bigint): bigint => (goods * 250n + 5_000n) / 10_000n

function commissionOf({ purchase }: ToldOrder): bigint {
  return purchase.lines.reduce((sum, { variant, quantity }) => sum + commissionOn(variant.priceMinor * BigInt(quantity)), 0n)
}

/** Debits positive: what came in; against it what is whose. */
function postingRows(
  tables: Tables,
  { tenantId, source }: PlannedShop,
  order: ToldOrder,
  paymentId: string,
  paidAt: number,
  luck: Dice,
): void {
  const postingId = luck.id("posting", paidAt)
  tables.posting.push({ tenant_id: tenantId, id: postingId, kind: "payment.settled", reference: paymentId, at: new Date(paidAt) })
  const commission = commissionOf(order)
  const parts: readonly (readonly [account: string, amount: bigint])[] = [
    ["cash:clearing", order.total],
    ["tax", -order.tax],
    ["shipping", -order.shipping],
    ["platform:commission", -commission],
    ["held", -(order.total - commission)],
    ["receivable", order.total - commission],
    ["revenue", -(order.total - order.tax - order.shipping - commission)],
  ]
  for (const [account, amount] of parts) {
    if (amount === 0n) continue
    tables.entry.push({
      tenant_id: tenantId,
      id: luck.id("entry", paidAt),
      posting_id: postingId,
      account,
      amount_minor: amount,
      currency: source.currency,
    })
  }
}
