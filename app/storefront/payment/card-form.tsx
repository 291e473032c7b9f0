import { type ReactNode, useEffect, useState } from "react"
import { useFirstError } from "#app/form/use-first-error.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Icon } from "#app/ui/icon.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { CardFields } from "./card-fields.tsx"
import type { CardInput } from "./card-number.ts"
import { TestCards } from "./test-cards.tsx"
import { type PayDoor, useCardPayment } from "./use-card-payment.ts"

interface Props extends PayDoor {
  label: string
  /** What became of the last attempt. */
  notice: ReactNode
}

const blank: CardInput = { number: "", expiry: "", cvc: "" }

/** The fields have no names: should the form ever be sent by the browser itself, nothing of the card is in it. */
export function CardForm({ label, notice, ...door }: Props) {
  const t = useText("storefront")
  const [card, setCard] = useState(blank)
  const { errors, isBusy, pay } = useCardPayment(door, card)
  const isAwake = useAwake()
  const form = useFirstError<HTMLFormElement>(errors)
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
        <p className="text-muted text-sm">{t("payment.safe")}</p>
      </form>
      {isAwake && <TestCards onChoose={(number) => setCard({ number, expiry: "12 / 40", cvc: "123" })} />}
    </>
  )
}

/** False until scripts run: before that the button would do nothing good. */
function useAwake(): boolean {
  const [isAwake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  return isAwake
}
