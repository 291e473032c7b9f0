import type { Got, ShopperBrowser } from "./shopper-browser.ts"

export interface Errand {
  readonly slug: string
  readonly variantId: string
  readonly email: string
  readonly payHost: string
  /** Whole pages, as for a shopper without scripts; otherwise data, as the pages' own scripts fetch it. */
  readonly asPages: boolean
}

export interface Bought {
  readonly outcome: "paid" | "sold-out"
  readonly orderId: string
  /** How often the order's page was asked for until it said that it is paid. */
  readonly looks: number
}

const address = {
  "address.name": "Ada Ferris",
  "address.line1": "12 Harbour Street",
  "address.city": "San Francisco",
  "address.postcode": "94105",
  "address.region": "CA",
  "address.country": "US",
}
const card = { number: "4242424242424242", exp_month: "12", exp_year: "40", cvc: "123" }

const lookEveryMs = 100
const mostLooks = 750

/** A guest's whole way: product page, cart, checkout page, order, card, and the order's page until it says paid. */
export async function buy(browser: ShopperBrowser, errand: Errand, step: (name: string) => void): Promise<Bought> {
  const { asPages, variantId, email } = errand
  const show = (path: string) => (asPages ? browser.page(path) : browser.data(dataOf(path)))
  const send = (path: string, form: Readonly<Record<string, string>>) =>
    browser.submit(asPages ? path : `${path}.data`, form, asPages)

  const page = await browser.page(`/products/${errand.slug}`)
  if (page.status !== 200 || !page.text.includes(variantId)) throw wrong("the product page", page)
  step("product page")
  const added = await send("/cart/lines", { variantId, quantity: "1" })
  if (added.status !== (asPages ? 303 : 200)) throw wrong("the cart", added)
  step("add to cart")
  const checkout = await show("/checkout")
  const shippingMethodId = /shm_[0-9a-z]{26}/.exec(checkout.text)?.[0]
  if (checkout.location === "/cart" || (!asPages && checkout.status === 202))
    return { outcome: "sold-out", orderId: "", looks: 0 }
  if (checkout.status !== 200 || !shippingMethodId) throw wrong("the checkout page", checkout)
  step("checkout page")
  const placed = await send("/checkout", { email, ...address, shippingMethodId })
  if (placed.status === 409) return { outcome: "sold-out", orderId: "", looks: 0 }
  const orderId = /ord_[0-9a-z]{26}/.exec(placed.location ?? placed.text)?.[0]
  if (!orderId || placed.status !== (asPages ? 303 : 202)) throw wrong("placing the order", placed)
  step("place")
  await pay(browser, errand, await show(`/orders/${orderId}/payment`))
  step("pay")
  for (let looks = 1; looks <= mostLooks; looks++) {
    const order = await show(`/orders/${orderId}?confirming`)
    if (order.status !== 200) throw wrong("the order's page", order)
    if (saysPaid(order.text)) {
      step("paid")
      return { outcome: "paid", orderId, looks }
    }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
  throw new Error(`${orderId} was paid, and its page does not say so`)
}

async function pay(browser: ShopperBrowser, errand: Errand, page: Got): Promise<void> {
  const secret = /pi_\w+_secret_\w+/.exec(page.text)?.[0]
  const key = /pk_test_\w+/.exec(page.text)?.[0]
  if (!secret || !key) throw wrong("the payment page", page)
  const fields = Object.entries(card).map(([name, value]) => [`payment_method_data[card][${name}]`, value])
  const paid = await browser.pay(errand.payHost, `/v1/payment_intents/${secret.split("_secret_")[0]}/confirm`, {
    ...{ key, client_secret: secret, return_url: "http://localhost/", "payment_method_data[type]": "card" },
    ...Object.fromEntries(fields),
  })
  if (paid.status !== 200) throw wrong("the card", paid)
}

/** Pages bring their loaders' data along in quotes that are quoted again. */
function saysPaid(text: string): boolean {
  return /\\?"status\\?",\\?"paid\\?"|\\?"paid\\?"/.test(text)
}

function dataOf(path: string): string {
  const [page = "", query] = path.split("?")
  return `${page}.data${query === undefined ? "" : `?${query}`}`
}

function wrong(what: string, { status, location, text }: Got): Error {
  return new Error(`${what} answered ${status} ${location ?? ""} ${text.slice(0, 300)}`)
}
