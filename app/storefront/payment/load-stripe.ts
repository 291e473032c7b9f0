/** As much of Stripe.js as we use. https://docs.stripe.com/js */
export interface StripeBrowser {
  elements(options: { clientSecret: string; locale: string; appearance: { theme: "stripe" | "night" } }): StripeElements
  confirmPayment(options: {
    elements: StripeElements
    confirmParams: { return_url: string }
    redirect: "if_required"
  }): Promise<StripeOutcome>
}

export interface StripeElements {
  create(kind: "payment"): { mount(target: HTMLElement): void; destroy(): void }
}

export interface StripeOutcome {
  readonly error?: { readonly code?: string; readonly decline_code?: string; readonly type: string }
}

declare global {
  interface Window {
    Stripe?: (publishableKey: string) => StripeBrowser
  }
}

const address = "https://js.stripe.com/v3/"
let loading: Promise<void> | undefined

/** Stripe asks that its script comes from its own address, and once. */
export async function loadStripe(publishableKey: string): Promise<StripeBrowser> {
  loading ??= loadScript()
  await loading
  const { Stripe } = window
  if (!Stripe) throw new Error("Stripe.js did not load")
  return Stripe(publishableKey)
}

function loadScript(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = address
    script.addEventListener("load", () => resolve())
    script.addEventListener("error", () => {
      loading = undefined
      reject(new Error("Stripe.js did not load"))
    })
    document.head.append(script)
  })
}
