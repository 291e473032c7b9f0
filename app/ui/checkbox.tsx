import { type ComponentProps, type ReactNode, useId } from "react"
import { FieldError } from "./field.tsx"

type Props = { label: ReactNode; hint?: ReactNode; error?: string | undefined } & Omit<ComponentProps<"input">, "type">

export function Checkbox({ label, hint, error, ...rest }: Props) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined
  return (
    <div>
      <label className="checkbox">
        <input type="checkbox" aria-describedby={described} aria-invalid={error ? true : undefined} {...rest} />
        <span>
          {label}
          {hint && (
            <span id={`${id}-hint`} className="field-hint block">
              {hint}
            </span>
          )}
        </span>
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}
