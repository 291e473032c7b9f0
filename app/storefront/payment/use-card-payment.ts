import { type FormEvent, useRef, useState } from "react"
import { useText } from "#app/text/text.tsx"
import type { BrowserPayment } from "#server/ports/payment-gateway.ts"
import { type CardInput, type CardProblems, readCard } from "./card-number.ts"
import { type Attempt, confirmCard } from "./confirm-card.ts"
import { declinedField, declineKey } from "./decline.ts"

export interface PayDoor {
  readonly door: Extract<BrowserPayment, { kind: "simulator" }>
  readonly clientSecret: string
  readonly returnUrl: string
  readonly onStart: () => void
  /** Answers whether another page comes now. */
  readonly onAttempt: (attempt: Attempt) => boolean
}

export type CardErrors = Partial<Record<keyof CardInput, string>>

/** One attempt at a time, however often the button is pressed. */
export function useCardPayment({ door, clientSecret, returnUrl, onStart, onAttempt }: PayDoor, card: CardInput) {
  const t = useText("storefront")
  const [errors, setErrors] = useState<CardErrors>()
  const [isBusy, setBusy] = useState(false)
  const running = useRef(false)
  return { errors, isBusy, pay }

  async function pay(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (running.current) return
    const read = readCard(card, new Date())
    if ("problems" in read) return setErrors(worded(read.problems))
    running.current = true
    setErrors(undefined)
    setBusy(true)
    onStart()
    const attempt = await confirmCard({ ...door, clientSecret, returnUrl }, read.card)
    if (onAttempt(attempt)) return
    running.current = false
    setBusy(false)
    if (attempt.kind === "declined") setErrors(declined(attempt.param, attempt.code))
  }

  function worded({ number, expiry, cvc }: CardProblems): CardErrors {
    return {
      ...(number && { number: t(`payment.field.${number}`) }),
      ...(expiry && { expiry: t(`payment.field.${expiry}`) }),
      ...(cvc && { cvc: t(`payment.field.${cvc}`) }),
    }
  }

  function declined(param: string | undefined, code: string): CardErrors | undefined {
    const field = declinedField(param)
    return field && { [field]: t(declineKey(code)) }
  }
}
