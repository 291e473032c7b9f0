import type { ReactNode } from "react"
import type { FormValues } from "#app/http/form-values.ts"
import type { FieldErrors } from "#app/http/read-form.ts"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"

export interface Filled {
  readonly errors: FieldErrors
  readonly values: FormValues
}

interface Props {
  filled: Filled
  /** As in the address: `line1`, `city`. */
  part: string
  label: string
  autoComplete: string
  /** To begin with. */
  known?: string | undefined
  optional?: boolean
  hint?: ReactNode
}

export function AddressPart({ filled: { errors, values }, part, label, autoComplete, known, optional = false, hint }: Props) {
  const name = `address.${part}`
  return (
    <Field label={label} hint={hint} error={errors[name]} optional={optional}>
      <TextInput name={name} autoComplete={`shipping ${autoComplete}`} defaultValue={values[name] ?? known} />
    </Field>
  )
}
