import { eventually } from "#tests/support/eventually.ts"
import type { OpenHouse } from "./open-house.ts"
import { createStranger, type Stranger } from "./stranger.ts"

export interface OpenOrder {
  readonly id: string
  readonly clientSecret: string
  readonly publishableKey: string
}

/** From the cart to the door of the payment. `form`: everything that the checkout asks for. */
export async function placeOrderByHand(shopper: Stranger, form: Readonly<Record<string, string>>): Promise<OpenOrder> {
  const placed = await shopper.post("/checkout", form)
  const id = /\/orders\/([^/]+)\/payment/.exec(String(placed.headers["location"]))?.[1]
  if (id === undefined) throw new Error(`the checkout answered ${placed.status}`)
  const found = { clientSecret: "", publishableKey: "" }
  await eventually(async () => {
    const { text } = await shopper.get(`/orders/${id}/payment`)
    found.clientSecret = /pi_\w+_secret_\w+/.exec(text)?.[0] ?? ""
    found.publishableKey = /pk_test_\w+/.exec(text)?.[0] ?? ""
    return found.clientSecret !== ""
  })
  return { id, ...found }
}

/** As the card form does it: straight to the provider's door. Answers its status. */
export async function payByHand(
  house: OpenHouse,
  shopper: Stranger,
  { clientSecret, publishableKey }: OpenOrder,
): Promise<number> {
  const door = createStranger(house, "pay")
  const answer = await door.send(`/v1/payment_intents/${clientSecret.split("_secret_")[0]}/confirm`, {
    headers: { origin: shopper.origin },
    form: {
      key: publishableKey,
      client_secret: clientSecret,
      return_url: `${shopper.origin}/`,
      "payment_method_data[type]": "card",
      "payment_method_data[card][number]": "4242424242424242",
      "payment_method_data[card][exp_month]": "12",
      "payment_method_data[card][exp_year]": "40",
      "payment_method_data[card][cvc]": "123",
    },
  })
  return answer.status
}
