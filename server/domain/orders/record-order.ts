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
    with goods as materialized (
      select l.*, l.unit_minor * l.quantity as total_minor, rate.bps,
        (l.unit_minor * l.quantity * rate.bps + 5000) / 10000 as commission_minor
      from jsonb_to_recordset(${linesAsJson(quote, now)}::jsonb) as l(id text, position int, product_id text, variant_id text,
          title text, choices text[], sku text, picture_key text, quantity int, unit_minor bigint)
        left join product p on p.tenant_id = ${tenantId} and p.id = l.product_id
        left join commission_override c on c.tenant_id = p.tenant_id and c.category_id = p.category_id
        join tenant t on t.id = ${tenantId},
        lateral (select coalesce(c.commission_bps, t.commission_bps) as bps) rate
    ), next as (
      insert into counter (tenant_id, name, value) values (${tenantId}, 'order', ${firstNumber}::int)
      on conflict (tenant_id, name) do update set value = counter.value + 1
      returning value
    ), recorded as (
      insert into "order" (tenant_id, id, number, cart_id, customer_id, email, access_token, language, currency,
        subtotal_minor, shipping_minor, tax_minor, tax_name, tax_included, total_minor, commission_minor,
        shipping_method, address, visitor_id, placed_at, expires_at)
      select ${tenantId}, ${id}, next.value, ${cartKey}, ${request.customerId ?? null}, ${request.email}, ${accessToken}, ${language},
        ${total.currency}, ${subtotal.minor.toString()}::bigint, ${shipping.minor.toString()}::bigint, ${tax.amount.minor.toString()}::bigint,
        ${tax.name}, ${tax.included}::boolean, ${total.minor.toString()}::bigint,
        (select coalesce(sum(commission_minor), 0) from goods), ${shippingMethod.name}, ${JSON.stringify(request.address)}::jsonb, ${request.visitorId}, ${now}::timestamptz, ${expiresAt}::timestamptz
      from next
      on conflict (tenant_id, cart_id) do nothing
      returning id, number
    ), written as (
      insert into order_line (tenant_id, id, order_id, position, product_id, variant_id, title, choices, sku, picture_key,
        quantity, unit_minor, total_minor, commission_bps, commission_minor)
      select ${tenantId}, g.id, recorded.id, g.position, g.product_id, g.variant_id, g.title, g.choices, g.sku, g.picture_key,
        g.quantity, g.unit_minor, g.total_minor, g.bps, g.commission_minor
      from recorded, goods g
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
