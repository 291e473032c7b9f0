import type { AppLoadContext } from "@remix-run/node"
import { answer } from "#app/http/answer.ts"
import type { FormValues } from "#app/http/form-values.ts"
import { type FieldErrors, readForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { rememberOrder } from "#app/storefront/order/order-cookie.ts"
import { textsIn } from "#app/text/texts.ts"
import { placeOrder } from "#server/domain/orders/index.ts"
import type { Quote } from "#server/domain/pricing/index.ts"
import { isRefusal, isRefusalOf, type Refusal } from "#server/messages/refusals.ts"
import { destinationForm, orderForm } from "./order-form.ts"
import { quoteFor } from "./quote-for.ts"

interface Again {
  readonly status: number
  readonly errors: FieldErrors
  readonly values: FormValues
  readonly quote: Quote
}

/** The id of the order that was placed, or the form again: with what is wrong, or only with other prices where those were asked for. */
export async function submitOrder(request: Request, context: AppLoadContext): Promise<{ placed: string } | Again> {
  const { cartId, language } = context
  if (!cartId) throw redirectTo("/cart")
  const ctx = tenantOf(context)
  const destination = await readForm({ request: request.clone(), context }, destinationForm)
  const sent = await readForm({ request, context }, orderForm((destination.ok && destination.value.address.country) || ""))
  const again = async (status: number, errors: FieldErrors, values: FormValues): Promise<Again> => {
    const { address = {}, shippingMethodId } = destination.ok ? destination.value : {}
    return { status, errors, values, quote: (await quoteFor(ctx, cartId, { ...address, shippingMethodId })).quote }
  }
  if (destination.ok && destination.value.requote) return again(200, {}, sent.ok ? flat(sent.value) : sent.values)
  if (!sent.ok) return again(422, worded(sent.errors, context), sent.values)
  try {
    const { visitorId, customer } = context
    const order = await placeOrder(ctx, { ...sent.value, cartId, visitorId, ...(customer && { customerId: customer.id }) })
    rememberOrder(context.cookies, { id: order.orderId, token: order.accessToken }, ctx.clock.now())
    return { placed: order.orderId }
  } catch (error) {
    if (!isRefusal(error)) throw error
    context.countRefusal()
    const { status, message } = answer(error, language)
    const refused = await again(status, {}, flat(sent.value))
    return { ...refused, errors: { [fieldOf(error)]: named(message, error, refused.quote) } }
  }
}

function fieldOf(refusal: Refusal): string {
  return isRefusalOf(refusal, "pricing.no-shipping") ? "shippingMethodId" : ""
}

/** "Only 2 left" of what? */
function named(message: string, refusal: Refusal, quote: Quote): string {
  const variantId = isRefusalOf(refusal, "inventory.sold-out") ? refusal.details?.variantId : undefined
  const line = quote.lines.find((line) => line.variantId === variantId)
  return line ? `${[line.title, ...line.choices].join(", ")}: ${message}` : message
}

/** A postcode has a sentence of its own. */
function worded(errors: FieldErrors, { language }: AppLoadContext): FieldErrors {
  const field = "address.postcode"
  const plain = textsIn(language).say("refusals")("field.wrong")
  return errors[field] === plain ? { ...errors, [field]: textsIn(language).say("storefront")("checkout.postcode.wrong") } : errors
}

function flat({
  email,
  address,
  shippingMethodId,
}: {
  email: string
  address: Readonly<Record<string, string>>
  shippingMethodId: string
}): FormValues {
  const fields = Object.entries(address).map(([name, value]) => [`address.${name}`, value] as const)
  return { email, shippingMethodId, ...Object.fromEntries(fields) }
}
