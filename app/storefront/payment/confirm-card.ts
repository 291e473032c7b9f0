import type { Card } from "./card-number.ts"

/** How an attempt to pay ended, as far as the browser can know. The provider's message to the shop decides. */
export type Attempt =
  | { readonly kind: "accepted" }
  | { readonly kind: "challenge"; readonly url: string }
  | { readonly kind: "declined"; readonly code: string; readonly param?: string | undefined }

interface Door {
  readonly origin: string
  readonly publishableKey: string
  readonly clientSecret: string
  /** Where the bank sends the payer back to. */
  readonly returnUrl: string
}

/** Sends the card straight to the provider's door; it never passes through the shop. */
export async function confirmCard({ origin, publishableKey, clientSecret, returnUrl }: Door, card: Card): Promise<Attempt> {
  const intent = clientSecret.split("_secret_")[0] ?? ""
  const body = new URLSearchParams({
    key: publishableKey,
    client_secret: clientSecret,
    return_url: returnUrl,
    "payment_method_data[type]": "card",
    "payment_method_data[card][number]": card.number,
    "payment_method_data[card][exp_month]": card.month,
    "payment_method_data[card][exp_year]": card.year,
    "payment_method_data[card][cvc]": card.cvc,
  })
  try {
    const answer = await fetch(`${origin}/v1/payment_intents/${intent}/confirm`, { method: "POST", body, credentials: "omit" })
    const said: unknown = await answer.json()
    return answer.ok ? accepted(said) : refused(said)
  } catch {
    return { kind: "declined", code: "network" }
  }
}

function accepted(intent: unknown): Attempt {
  const url = at(intent, "next_action", "redirect_to_url", "url")
  return at(intent, "status") === "requires_action" && typeof url === "string" ? { kind: "challenge", url } : { kind: "accepted" }
}

/** An intent that was paid or given up in another tab is no decline: the order's page knows how it stands. */
function refused(said: unknown): Attempt {
  const [code, decline, param] = [at(said, "error", "code"), at(said, "error", "decline_code"), at(said, "error", "param")]
  if (code === "payment_intent_unexpected_state") return { kind: "accepted" }
  return { kind: "declined", code: String(decline ?? code ?? ""), param: typeof param === "string" ? param : undefined }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}
