import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import { newToken } from "#server/kernel/random.ts"
import type { OrderQuote } from "./basket.ts"
import type { OrderRequest, PlacedOrder } from "./order-request.ts"

export interface NewOrder {
  readonly id: string
  readonly cartKey: string
  readonly language: string
  readonly expiresAt: Date
  readonly request: OrderRequest
  readonly quote: OrderQuote
}

const firstNumber = 1001

/**
 * Number, order and lines in one statement. It locks the shop's counter until the transaction ends: call it last.
 * @throws Error when the cart's filling has become an order already
 */
export async function recordOrder(work: Work, order: NewOrder): Promise<{ number: number; accessToken: string }> {
  const { tenantId, now } = work
  const { id, cartKey, language, expiresAt, request, quote } = order
  const { subtotal, shipping, tax, total, shippingMethod } = quote
  const accessToken = newToken()
  const [recorded] = await work.sql<{ number: number }>`
    with next as (
      insert into counter (tenant_id, name, value) values (${tenantId}, 'order', ${firstNumber}::int)
      on conflict (tenant_id, name) do update set value = counter.value + 1
      returning value
    ), recorded as (
      insert into "order" (tenant_id, id, number, cart_id, customer_id, email, access_token, language, currency,
        subtotal_minor, shipping_minor, tax_minor, tax_name, tax_included, total_minor,
        shipping_method, address, visitor_id, placed_at, expires_at)
      select ${tenantId}, ${id}, next.value, ${cartKey}, ${request.customerId ?? null}, ${request.email}, ${accessToken}, ${language},
        ${total.currency}, ${subtotal.minor.toString()}::bigint, ${shipping.minor.toString()}::bigint, ${tax.amount.minor.toString()}::bigint,
        ${tax.name}, ${tax.included}::boolean, ${total.minor.toString()}::bigint,
        ${shippingMethod.name}, ${JSON.stringify(request.address)}::jsonb, ${request.visitorId}, ${now}::timestamptz, ${expiresAt}::timestamptz
      from next
      on conflict (tenant_id, cart_id) do nothing
      returning id, number
    ), written as (
      insert into order_line (tenant_id, id, order_id, position, product_id, variant_id, title, choices, sku, picture_key,
        quantity, unit_minor, total_minor)
      select ${tenantId}, l.id, recorded.id, l.position, l.product_id, l.variant_id, l.title, l.choices, l.sku, l.picture_key,
        l.quantity, l.unit_minor, l.unit_minor * l.quantity
      from recorded, jsonb_to_recordset(${linesAsJson(quote, now)}::jsonb) as l(id text, position int, product_id text, variant_id text,
        title text, choices text[], sku text, picture_key text, quantity int, unit_minor bigint)
    )
    select number from recorded`
  if (!recorded) throw new Error(`${cartKey} is an order already`)
  return { number: recorded.number, accessToken }
}

function linesAsJson(quote: OrderQuote, now: Date): string {
  return JSON.stringify(
    quote.lines.map((line, position) => ({
      id: newId("orderLine", now.getTime()),
      position,
      product_id: line.productId,
      variant_id: line.variantId,
      title: line.title,
      choices: line.choices,
      sku: line.sku,
      picture_key: line.picture?.key ?? "",
      quantity: line.quantity,
      unit_minor: line.unit.minor.toString(),
    })),
  )
}

/** The order that a filling of a cart has become. */
export async function orderOfCart(ctx: TenantContext, cartKey: string): Promise<PlacedOrder | undefined> {
  const [order] = await ctx.read(
    ({ sql, tenantId }) => sql<PlacedOrder>`
      select o.id as "orderId", o.number, o.access_token as "accessToken", p.id as "paymentId"
      from "order" o join payment p on p.tenant_id = o.tenant_id and p.order_id = o.id
      where o.tenant_id = ${tenantId} and o.cart_id = ${cartKey}`,
  )
  return order
}
