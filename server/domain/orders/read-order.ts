import type { Reading } from "#server/context/work.ts"
import { paymentStatusOf, refundMachine, refundReasonOf } from "#server/domain/payments/index.ts"
import { type Money, money } from "#server/kernel/money.ts"
import { addressSchema } from "./address.ts"
import { orderStatusOf } from "./order-states.ts"
import type { OrderLineView, OrderView } from "./order-view.ts"

interface Row
  extends Pick<OrderView, "id" | "number" | "placedAt" | "expiresAt" | "paidAt" | "shippedAt" | "cancelledAt" | "cancelReason"> {
  readonly status: string
  readonly awaited: number
  readonly email: string
  readonly customerId: string | null
  readonly language: string
  readonly address: unknown
  readonly shippingMethod: string
  readonly accessToken: string
  readonly revision: number
  readonly currency: string
  readonly subtotalMinor: bigint
  readonly shippingMinor: bigint
  readonly taxMinor: bigint
  readonly taxName: string
  readonly taxIncluded: boolean
  readonly totalMinor: bigint
  readonly lines: readonly (Omit<OrderLineView, "unit" | "total"> & { readonly unitMinor: string; readonly totalMinor: string })[]
  readonly shipments: readonly {
    readonly id: string
    readonly carrier: string
    readonly tracking: string
    readonly shippedAt: string
  }[]
  readonly payment: PaymentJson | null
  readonly refunds: readonly RefundJson[]
}

interface PaymentJson {
  readonly id: string
  readonly status: string
  readonly clientSecret: string | null
  readonly failureCode: string
  readonly amountMinor: string
  readonly refundedMinor: string
  readonly settledAt: string | null
}

interface RefundJson {
  readonly id: string
  readonly status: string
  readonly reason: string
  readonly note: string
  readonly failureCode: string
  readonly amountMinor: string
  readonly requestedAt: string
  readonly settledAt: string | null
}

/** The whole order, secrets included. One statement. */
export async function readOrder(reading: Reading, orderId: string): Promise<OrderView | undefined> {
  const [row] = await select(reading, orderId)
  if (!row) return undefined
  const of = (minor: bigint | string): Money => money(BigInt(minor), row.currency)
  const {
    lines,
    shipments,
    payment,
    refunds,
    currency,
    subtotalMinor,
    shippingMinor,
    taxMinor,
    taxName,
    taxIncluded,
    totalMinor,
    ...plain
  } = row
  return {
    ...plain,
    status: orderStatusOf(row.status),
    address: addressSchema.parse(row.address),
    lines: lines.map(({ unitMinor, totalMinor, ...line }) => ({ ...line, unit: of(unitMinor), total: of(totalMinor) })),
    shipments: shipments.map((shipment) => ({ ...shipment, shippedAt: new Date(shipment.shippedAt) })),
    subtotal: of(subtotalMinor),
    shipping: of(shippingMinor),
    tax: { name: taxName, amount: of(taxMinor), included: taxIncluded },
    total: of(totalMinor),
    payment: payment && paymentFrom(payment, of),
    refunds: refunds.map((refund) => refundFrom(refund, of)),
  }
}

function paymentFrom(
  { amountMinor, refundedMinor, settledAt, status, ...plain }: PaymentJson,
  of: (minor: string) => Money,
): OrderView["payment"] {
  return {
    ...plain,
    status: paymentStatusOf(status),
    amount: of(amountMinor),
    refunded: of(refundedMinor),
    settledAt: settledAt === null ? null : new Date(settledAt),
  }
}

function refundFrom(
  { amountMinor, requestedAt, settledAt, status, reason, ...plain }: RefundJson,
  of: (minor: string) => Money,
): OrderView["refunds"][number] {
  return {
    ...plain,
    status: refundMachine.of(status),
    reason: refundReasonOf(reason),
    amount: of(amountMinor),
    requestedAt: new Date(requestedAt),
    settledAt: settledAt === null ? null : new Date(settledAt),
  }
}

function select({ sql, tenantId }: Reading, orderId: string): Promise<Row[]> {
  return sql<Row>`
    select o.id, o.number, o.status, o.placed_at as "placedAt", o.expires_at as "expiresAt", o.paid_at as "paidAt",
      o.shipped_at as "shippedAt", o.cancelled_at as "cancelledAt", o.cancel_reason as "cancelReason", o.email,
      o.customer_id as "customerId", o.language, o.address, o.shipping_method as "shippingMethod", o.access_token as "accessToken",
      o.revision, trim(o.currency) as currency, o.subtotal_minor as "subtotalMinor", o.shipping_minor as "shippingMinor",
      o.tax_minor as "taxMinor", o.tax_name as "taxName", o.tax_included as "taxIncluded", o.total_minor as "totalMinor",
      coalesce((select json_agg(json_build_object('id', l.id, 'refundedQuantity', l.refunded_quantity, 'productId', l.product_id, 'variantId', l.variant_id, 'title', l.title,
          'choices', l.choices, 'sku', l.sku, 'pictureKey', l.picture_key, 'quantity', l.quantity,
          'unitMinor', l.unit_minor::text, 'totalMinor', l.total_minor::text) order by l.position)
        from order_line l where l.tenant_id = o.tenant_id and l.order_id = o.id), '[]') as lines,
      (select coalesce(sum(r.quantity - r.handed_out), 0)::int from reservation r
        where r.tenant_id = o.tenant_id and r.order_id = o.id and r.status = 'awaited') as awaited,
      coalesce((select json_agg(json_build_object('id', s.id, 'carrier', s.carrier, 'tracking', s.tracking,
          'shippedAt', s.shipped_at) order by s.shipped_at)
        from shipment s where s.tenant_id = o.tenant_id and s.order_id = o.id), '[]') as shipments,
      (select json_build_object('id', p.id, 'status', p.status, 'clientSecret', p.client_secret, 'failureCode', p.failure_code,
          'amountMinor', p.amount_minor::text, 'refundedMinor', p.refunded_minor::text, 'settledAt', p.settled_at)
        from payment p where p.tenant_id = o.tenant_id and p.order_id = o.id) as payment,
      coalesce((select json_agg(json_build_object('id', r.id, 'status', r.status, 'reason', r.reason, 'note', r.note,
          'failureCode', r.failure_code, 'amountMinor', r.amount_minor::text, 'requestedAt', r.requested_at,
          'settledAt', r.settled_at) order by r.requested_at, r.id)
        from payment p join refund r on r.tenant_id = p.tenant_id and r.payment_id = p.id
        where p.tenant_id = o.tenant_id and p.order_id = o.id), '[]') as refunds
    from "order" o
    where o.tenant_id = ${tenantId} and o.id = ${orderId}`
}
