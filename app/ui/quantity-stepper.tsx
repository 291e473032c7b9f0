import { useState } from "react"
import { useText } from "#app/text/text.tsx"
import { useControl } from "./field.tsx"
import { Icon } from "./icon.tsx"

interface Props {
  name: string
  defaultValue?: number
  min?: number
  max?: number
  /** Said instead of "Quantity" when no field label stands beside it. */
  label?: string
  disabled?: boolean
  /** Called with whole numbers within the bounds only. */
  onChange?: (quantity: number) => void
}

/** A number that can be typed or stepped. Out-of-range typing is left to the form to refuse. */
export function QuantityStepper({ name, defaultValue = 1, min = 1, max = 99, label, disabled, onChange }: Props) {
  const t = useText("ui")
  const control = useControl()
  const [text, setText] = useState(String(defaultValue))
  const value = Number(text)
  const change = (next: string) => {
    setText(next)
    const quantity = Number(next)
    if (next !== "" && Number.isInteger(quantity) && quantity >= min && quantity <= max) onChange?.(quantity)
  }
  const step = (by: number) => change(String(Math.min(max, Math.max(min, (Number.isInteger(value) ? value : min) + by))))
  return (
    <span className="stepper">
      <button type="button" aria-label={t("quantity.less")} disabled={disabled || value <= min} onClick={() => step(-1)}>
        <Icon name="minus" size={16} />
      </button>
      <input
        type="number"
        inputMode="numeric"
        {...(control.id ? control : { "aria-label": label ?? t("quantity.label") })}
        {...{ name, min, max, disabled }}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
      <button type="button" aria-label={t("quantity.more")} disabled={disabled || value >= max} onClick={() => step(1)}>
        <Icon name="plus" size={16} />
      </button>
    </span>
  )
}
