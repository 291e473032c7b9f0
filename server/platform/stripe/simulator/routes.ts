import type { Handler } from "./call.ts"
import { getAccount, postAccount, postAccountLink } from "./accounts.ts"
import { getCharge } from "./charges.ts"
import { confirmPaymentIntent } from "./confirm-intent.ts"
import { getCustomer, postCustomer } from "./customers.ts"
import { getEvent, listEvents, listPaymentIntents, listRefunds, listTransactions, listTransfers } from "./lists.ts"
import { cancelPaymentIntent, getPaymentIntent, patchPaymentIntent, postPaymentIntent } from "./payment-intents.ts"
import { getPaymentMethod, postPaymentMethod } from "./payment-methods.ts"
import { getRefund, postRefund } from "./refunds.ts"
import { getTransfer, listReversals, postReversal, postTransfer } from "./transfers.ts"

export interface Route {
  readonly handle: Handler
  /** Open to the publishable key, that is to any browser. */
  readonly browsers?: true
}

/** Every door of the API. `:id` is the one variable part. */
const routes: Readonly<Record<string, Route>> = {
  "GET payment_intents": { handle: listPaymentIntents },
  "POST payment_intents": { handle: postPaymentIntent },
  "GET payment_intents/:id": { handle: getPaymentIntent, browsers: true },
  "POST payment_intents/:id": { handle: patchPaymentIntent },
  "POST payment_intents/:id/confirm": { handle: confirmPaymentIntent, browsers: true },
  "POST payment_intents/:id/cancel": { handle: cancelPaymentIntent },
  "POST payment_methods": { handle: postPaymentMethod, browsers: true },
  "GET payment_methods/:id": { handle: getPaymentMethod },
  "GET charges/:id": { handle: getCharge },
  "GET refunds": { handle: listRefunds },
  "POST refunds": { handle: postRefund },
  "GET refunds/:id": { handle: getRefund },
  "POST customers": { handle: postCustomer },
  "GET customers/:id": { handle: getCustomer },
  "GET events": { handle: listEvents },
  "GET events/:id": { handle: getEvent },
  "POST accounts": { handle: postAccount },
  "GET accounts/:id": { handle: getAccount },
  "POST account_links": { handle: postAccountLink },
  "GET transfers": { handle: listTransfers },
  "POST transfers": { handle: postTransfer },
  "GET transfers/:id": { handle: getTransfer },
  "GET transfers/:id/reversals": { handle: listReversals },
  "POST transfers/:id/reversals": { handle: postReversal },
  "GET balance_transactions": { handle: listTransactions },
}

export function findRoute(method: string, path: string): { route: Route; id: string } | undefined {
  const [version, resource, id, action, ...more] = path.split("/").slice(1)
  if (version !== "v1" || more.length > 0) return undefined
  const pattern = [resource, id === undefined ? undefined : ":id", action].filter((part) => part !== undefined).join("/")
  const key = `${method} ${pattern}`
  const route = Object.hasOwn(routes, key) ? routes[key] : undefined
  return route && { route, id: id ?? "" }
}
