import { useNavigate } from "@remix-run/react"
import { lazy, Suspense, useState } from "react"
import { useFormats, useText } from "#app/text/text.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { LinesSkeleton } from "#app/ui/skeleton.tsx"
import type { Money } from "#server/kernel/money.ts"
import type { BrowserPayment } from "#server/ports/payment-gateway.ts"
import { CardForm } from "./card-form.tsx"
import type { Attempt } from "./confirm-card.ts"
import { declineKey } from "./decline.ts"

// Only where payments really go through Stripe, so that no other shopper loads it.
const StripeForm = lazy(() => import("./stripe-form.tsx"))

interface Props {
  door: BrowserPayment
  clientSecret: string
  returnUrl: string
  /** Of the attempt before, if it was declined. */
  failureCode: string
  orderId: string
  total: Money
}

export function PayForm({ door, clientSecret, returnUrl, failureCode, orderId, total }: Props) {
  const t = useText("storefront")
  const { money } = useFormats()
  const navigate = useNavigate()
  const [code, setCode] = useState<string>()
  const shown = code ?? failureCode
  const label = t("payment.pay", { amount: money(total) })
  // Beside the button that was pressed, where the eyes are.
  const notice = shown !== "" && (
    <Notice key={shown} tone="danger" title={t("payment.declined")} live>
      {t(declineKey(shown))}
    </Notice>
  )
  const form = { clientSecret, returnUrl, label, notice, onAttempt, onStart: () => setCode("") }
  return (
    <section className="grid gap-5" aria-label={t("payment.card")}>
      {door.kind === "simulator" ? (
        <CardForm {...form} door={door} />
      ) : (
        <Suspense fallback={<LinesSkeleton />}>
          <StripeForm {...form} publishableKey={door.publishableKey} />
        </Suspense>
      )}
    </section>
  )

  /** The form stays busy on the way to another page: answers whether it is. */
  function onAttempt(attempt: Attempt): boolean {
    if (attempt.kind === "declined") {
      setCode(attempt.code)
      return false
    }
    if (attempt.kind === "challenge") window.location.assign(attempt.url)
    else navigate(`/orders/${orderId}?confirming`, { replace: true })
    return true
  }
}
