import type { ReactNode } from "react"
import { useText } from "#app/text/text.tsx"
import { classes } from "./classes.ts"
import { FieldError } from "./field.tsx"

export interface PickerOption {
  value: string
  label: string
  soldOut?: boolean
  /** Leaves no way to choose it; without this a sold-out option can be looked at. */
  disabled?: boolean
  /** `#rrggbb` for a dot of colour. */
  swatch?: string
}

interface Props {
  legend: ReactNode
  name: string
  options: readonly PickerOption[]
  /** With `onChange` it is controlled; without, `defaultValue` starts it. */
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  error?: string | undefined
}

/** One product option as a row of chips; a radio group to keyboard and reader. */
export function OptionPicker({ legend, name, options, value, defaultValue, onChange, error }: Props) {
  return (
    <fieldset className="field" aria-invalid={error ? true : undefined}>
      <legend className="label mb-2">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <OptionChip
            key={option.value}
            {...{ name, option }}
            {...(value === undefined ? { defaultChecked: option.value === defaultValue } : { checked: option.value === value })}
            onChange={() => onChange?.(option.value)}
          />
        ))}
      </div>
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}

interface ChipProps {
  name: string
  option: PickerOption
  checked?: boolean
  defaultChecked?: boolean
  onChange: () => void
}

function OptionChip({ name, option, ...state }: ChipProps) {
  const t = useText("ui")
  return (
    <label className={classes("option", option.soldOut && "option-gone")}>
      <input type="radio" name={name} value={option.value} disabled={option.disabled} {...state} />
      {option.swatch && (
        <svg aria-hidden="true" className="swatch">
          <rect width="100%" height="100%" fill={option.swatch} />
        </svg>
      )}
      {option.label}
      {option.soldOut && <span className="sr-only">({t("stock.gone")})</span>}
    </label>
  )
}
