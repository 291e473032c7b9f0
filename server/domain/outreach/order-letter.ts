import type { TenantContext } from "#server/context/tenant-context.ts"
import type { OrderView } from "#server/domain/orders/index.ts"
import { formatMoney, type Money } from "#server/kernel/money.ts"
import type { Letter, LetterRow } from "./letter.ts"
import type { Wording } from "./text/wording.ts"
import { wordingIn } from "./wording-in.ts"

/** What both mails have in common: the order as it was bought, and the way back to its page. */
export function orderLetter(ctx: TenantContext, order: OrderView): Pick<Letter, "rows" | "address" | "link" | "closing"> {
  const words = wordingIn(order.language)
  const { name, line1, line2, postcode, city, region, country } = order.address
  const lines = [name, line1, line2, `${postcode} ${city}`.trim(), region, country].filter((line) => line !== "")
  const path = `/orders/${order.id}?token=${encodeURIComponent(order.accessToken)}`
  return {
    rows: rowsOf(order, words),
    address: { title: words.address, lines },
    link: { label: words.orderLink, href: ctx.ports.links.shop(ctx.tenant, path) },
    closing: words.closing(ctx.tenant.name),
  }
}

function rowsOf(order: OrderView, words: Wording): LetterRow[] {
  const price = (amount: Money) => formatMoney(amount, order.language)
  const tax: LetterRow[] = order.tax.name === "" ? [] : [{ label: taxLabel(order, words), amount: price(order.tax.amount) }]
  const sum: LetterRow = { label: words.total, amount: price(order.total), isSum: true }
  return [
    ...order.lines.map((line) => ({ label: labelOf(line), amount: price(line.total) })),
    { label: words.subtotal, amount: price(order.subtotal) },
    { label: words.shipping(order.shippingMethod), amount: price(order.shipping) },
    ...(order.tax.included ? [sum, ...tax] : [...tax, sum]),
  ]
}

function taxLabel({ tax }: OrderView, words: Wording): string {
  return tax.included ? words.taxIncluded(tax.name) : words.taxOnTop(tax.name)
}

function labelOf({ quantity, title, choices }: OrderView["lines"][number]): string {
  return `${quantity} × ${title}${choices.length > 0 ? ` (${choices.join(", ")})` : ""}`
}
