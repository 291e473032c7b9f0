import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react"
import { useLanguage, useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import type { Attempt } from "./confirm-card.ts"
import { loadStripe, type StripeBrowser, type StripeElements } from "./load-stripe.ts"

interface Props {
  publishableKey: string
  clientSecret: string
  returnUrl: string
  label: string
  /** What became of the last attempt. */
  notice: ReactNode
  onStart: () => void
  onAttempt: (attempt: Attempt) => boolean
}

interface Ready {
  readonly stripe: StripeBrowser
  readonly elements: StripeElements
}

/** Stripe's own Payment Element: card fields in Stripe's frame, with every way to pay that the account has. */
export default function StripeForm({ publishableKey, clientSecret, returnUrl, label, notice, onStart, onAttempt }: Props) {
  const t = useText("storefront")
  const { frame, ready } = usePaymentElement(publishableKey, clientSecret, () => onAttempt({ kind: "declined", code: "network" }))
  const [isBusy, setBusy] = useState(false)

  async function pay(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!ready || isBusy) return
    setBusy(true)
    onStart()
    const { error } = await ready.stripe.confirmPayment({
      elements: ready.elements,
      confirmParams: { return_url: returnUrl },
      redirect: "if_required",
    })
    // What is missing in a field, the element says itself.
    const isDone = error?.type !== "validation_error" && onAttempt(attemptOf(error))
    setBusy(isDone)
  }

  return (
    <form method="post" onSubmit={pay} className="panel grid gap-5 p-5 sm:p-6">
      <h2 className="text-xl">{t("payment.card")}</h2>
      <div ref={frame} />
      {notice}
      <Button size="large" wide icon="lock" busy={isBusy} disabled={!ready}>
        {isBusy ? t("payment.paying") : label}
      </Button>
    </form>
  )
}

type StripeError = Awaited<ReturnType<StripeBrowser["confirmPayment"]>>["error"]

function attemptOf(error: StripeError): Attempt {
  if (!error || error.code === "payment_intent_unexpected_state") return { kind: "accepted" }
  return { kind: "declined", code: error.decline_code ?? error.code ?? "" }
}

function usePaymentElement(publishableKey: string, clientSecret: string, onFailure: () => void) {
  const locale = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState<Ready>()
  const failed = useRef(onFailure)
  failed.current = onFailure
  useEffect(() => {
    let close = () => {}
    let isOver = false
    loadStripe(publishableKey)
      .then((stripe) => {
        if (isOver || !frame.current) return
        const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "night" : "stripe"
        const elements = stripe.elements({ clientSecret, locale, appearance: { theme } })
        const element = elements.create("payment")
        element.mount(frame.current)
        close = () => element.destroy()
        setReady({ stripe, elements })
      })
      .catch(() => failed.current())
    return () => {
      isOver = true
      close()
    }
  }, [publishableKey, clientSecret, locale])
  return { frame, ready }
}
