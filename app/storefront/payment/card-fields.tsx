import { useText } from "#app/text/text.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"

import type { CardErrors } from "./use-card-payment.ts"
import { type CardInput, formatCvc, formatExpiry, formatNumber } from "./card-number.ts"

interface Props {
  card: CardInput
  errors: CardErrors
  onChange: (change: Partial<CardInput>) => void
}

export function CardFields({ card, errors, onChange }: Props) {
  const t = useText("storefront")
  return (
    <>
      <Field label={t("payment.number")} error={errors.number}>
        <TextInput
          inputMode="numeric"
          autoComplete="cc-number"
          placeholder="0000 0000 0000 0000"
          className="tabular-nums tracking-wide"
          value={card.number}
          onChange={(event) => onChange({ number: formatNumber(event.target.value) })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label={t("payment.expiry")} error={errors.expiry}>
          <TextInput
            inputMode="numeric"
            autoComplete="cc-exp"
            placeholder={t("payment.expiry.hint")}
            className="tabular-nums"
            value={card.expiry}
            onChange={(event) => onChange({ expiry: formatExpiry(event.target.value, card.expiry) })}
          />
        </Field>
        <Field label={t("payment.cvc")} error={errors.cvc}>
          <TextInput
            inputMode="numeric"
            autoComplete="cc-csc"
            placeholder="123"
            className="tabular-nums"
            value={card.cvc}
            onChange={(event) => onChange({ cvc: formatCvc(event.target.value) })}
          />
        </Field>
      </div>
    </>
  )
}
