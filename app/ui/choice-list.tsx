import type { ReactNode } from "react"
import { FieldError } from "./field.tsx"

export interface ListedChoice {
  value: string
  label: ReactNode
  note?: ReactNode
  /** At the end of the row: a price, usually. */
  aside?: ReactNode
}

interface Props {
  legend: ReactNode
  name: string
  choices: readonly ListedChoice[]
  defaultValue?: string | undefined
  error?: string | undefined
  onChange?: (value: string) => void
}

/** Radio rows with room for words and a price: shipping methods, ways to pay. */
export function ChoiceList({ legend, name, choices, defaultValue, error, onChange }: Props) {
  return (
    <fieldset className="field" aria-invalid={error ? true : undefined}>
      <legend className="label mb-2">{legend}</legend>
      <div className="grid gap-2">
        {choices.map(({ value, label, note, aside }) => (
          <label key={value} className="option option-card">
            <input type="radio" {...{ name, value }} defaultChecked={value === defaultValue} onChange={() => onChange?.(value)} />
            <span aria-hidden="true" className="option-mark" />
            <span className="flex-1">
              {label}
              {note && <span className="field-hint block font-normal">{note}</span>}
            </span>
            {aside}
          </label>
        ))}
      </div>
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}
