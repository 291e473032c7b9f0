import { createContext, type ReactNode, useContext, useId } from "react"
import { useText } from "#app/text/text.tsx"
import { Icon } from "./icon.tsx"

interface FieldProps {
  label: ReactNode
  /** Already in the user's language. The first is shown when there are several. */
  error?: string | readonly string[] | undefined
  hint?: ReactNode
  optional?: boolean
  hideLabel?: boolean
  /** Set it where a form library names its fields; otherwise one is made. */
  id?: string | undefined
  children: ReactNode
}

interface ControlAttributes {
  id?: string
  "aria-describedby"?: string
  "aria-invalid"?: true
}

const FieldContext = createContext<ControlAttributes>({})

/** Wires label, hint and error to the one control inside it. */
export function Field({ label, error, hint, optional, hideLabel, id, children }: FieldProps) {
  const t = useText("ui")
  const made = useId()
  const control = id ?? made
  const problem = typeof error === "string" ? error : error?.[0]
  const described = [hint && `${control}-hint`, problem && `${control}-error`].filter(Boolean).join(" ")
  const attributes: ControlAttributes = {
    id: control,
    ...(described && { "aria-describedby": described }),
    ...(problem && { "aria-invalid": true as const }),
  }
  return (
    <div className="field">
      <label htmlFor={control} className={hideLabel ? "sr-only" : "label"}>
        {label} {optional && <span className="field-hint font-normal">({t("optional")})</span>}
      </label>
      <FieldContext.Provider value={attributes}>{children}</FieldContext.Provider>
      {hint && (
        <p id={`${control}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {problem && <FieldError id={`${control}-error`}>{problem}</FieldError>}
    </div>
  )
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="field-error">
      <span className="mt-[0.15rem] flex-none">
        <Icon name="danger" size={16} />
      </span>
      {children}
    </p>
  )
}

/** What a control takes from the field around it. */
export function useControl(): ControlAttributes {
  return useContext(FieldContext)
}
