import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react"
import { useText } from "#app/text/text.tsx"
import { useFirstError } from "#app/storefront/use-first-error.ts"
import { Button } from "#app/ui/button.tsx"
import { Icon } from "#app/ui/icon.tsx"
import { Notice } from "#app/ui/notice.tsx"
import type { BrowserPayment } from "#server/ports/payment-gateway.ts"
import { CardFields } from "./card-fields.tsx"
import { type CardInput, readCard } from "./card-number.ts"
import { type Attempt, confirmCard } from "./confirm-card.ts"
import { declinedField, declineKey } from "./decline.ts"
import { TestCards } from "./test-cards.tsx"

interface Props {
  door: Extract<BrowserPayment, { kind: "simulator" }>
  clientSecret: string
  returnUrl: string
  label: string
  /** What became of the last attempt. */
  notice: ReactNode
  onStart: () => void
  /** Answers whether another page comes now. */
  onAttempt: (attempt: Attempt) => boolean
}

const blank: CardInput = { number: "", expiry: "", cvc: "" }
export type CardErrors = Partial<Record<keyof CardInput, string>>

/** The fields have no names: should the form ever be sent by the browser itself, nothing of the card is in it. */
export function CardForm({ door, clientSecret, returnUrl, label, notice, onStart, onAttempt }: Props) {
  const t = useText("storefront")
  const [card, setCard] = useState(blank)
  const [errors, setErrors] = useState<CardErrors>()
  const [isBusy, setBusy] = useState(false)
  const isAwake = useAwake()
  const running = useRef(false)
  const form = useFirstError<HTMLFormElement>(errors)

  async function pay(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (running.current) return
    const read = readCard(card, new Date())
    if ("problems" in read) return setErrors(mapped(read.problems, (problem) => t(`payment.field.${problem}`)))
    running.current = true
    setErrors({})
    setBusy(true)
    onStart()
    const attempt = await confirmCard({ ...door, clientSecret, returnUrl }, read.card)
    if (onAttempt(attempt)) return
    running.current = false
    setBusy(false)
    const field = attempt.kind === "declined" ? declinedField(attempt.param) : undefined
    if (field && attempt.kind === "declined") setErrors({ [field]: t(declineKey(attempt.code)) })
  }

  return (
    <>
      <form ref={form} method="post" noValidate onSubmit={pay} className="panel grid gap-5 p-5 sm:p-6">
        <h2 className="flex items-center gap-3 text-xl">
          <Icon name="card" size={24} />
          {t("payment.card")}
        </h2>
        <noscript>
          <Notice tone="warning" title={t("payment.script")} />
        </noscript>
        <CardFields card={card} errors={errors ?? {}} onChange={(change) => setCard((before) => ({ ...before, ...change }))} />
        {notice}
        <Button size="large" wide icon="lock" busy={isBusy} disabled={!isAwake}>
          {isBusy ? t("payment.paying") : label}
        </Button>
        <p className="flex items-start gap-2 text-muted text-sm">
          <span className="mt-0.5 flex-none">
            <Icon name="lock" size={16} />
          </span>
          {t("payment.safe")}
        </p>
      </form>
      {isAwake && <TestCards onChoose={(number) => setCard({ number, expiry: "12 / 40", cvc: "123" })} />}
    </>
  )
}

function mapped<T extends object>(
  problems: T,
  words: (problem: NonNullable<T[keyof T]>) => string,
): Partial<Record<keyof T, string>> {
  const entries = Object.entries(problems).map(([field, problem]) => [field, words(problem)])
  return Object.fromEntries(entries)
}

/** False until scripts run: before that the button would do nothing good. */
function useAwake(): boolean {
  const [isAwake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  return isAwake
}
