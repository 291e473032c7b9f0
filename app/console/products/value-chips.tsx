import { type KeyboardEvent, useRef, useState } from "react"
import { useText } from "#app/text/text.tsx"
import { Field } from "#app/ui/field.tsx"
import { Icon } from "#app/ui/icon.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import { withValues } from "./variant-matrix.ts"

interface Props {
  name: string
  option: string
  values: readonly string[]
  error: string | undefined
  onChange: (values: readonly string[]) => void
}

/** Values as chips: Enter, a comma or leaving the field makes one of what was typed; Backspace takes the last away. */
export function ValueChips({ name, option, values, error, onChange }: Props) {
  const t = useText("console")
  const [text, setText] = useState("")
  const input = useRef<HTMLInputElement>(null)
  const take = (words: string) => {
    onChange(withValues(values, words))
    setText("")
  }
  const typed = (words: string) => (/[,，、;]$/.test(words) ? take(words) : setText(words))
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === "Enter") {
      event.preventDefault()
      take(text)
    }
    if (event.key === "Backspace" && text === "") onChange(values.slice(0, -1))
  }
  const remove = (value: string) => {
    onChange(values.filter((other) => other !== value))
    input.current?.focus()
  }
  return (
    <div className="grid gap-2">
      <Field label={t("options.values")} error={error} hint={values.length === 0 && t("options.values.hint")}>
        <TextInput
          ref={input}
          value={text}
          maxLength={400}
          placeholder={values.length > 0 ? t("options.values.more") : undefined}
          onChange={(event) => typed(event.target.value)}
          onKeyDown={pressed}
          onBlur={() => text.trim() !== "" && take(text)}
        />
      </Field>
      {values.length > 0 && (
        <ul className="flex flex-wrap gap-1.5" aria-label={t("options.values.of", { name: option })}>
          {values.map((value) => (
            <Chip key={value} name={name} value={value} onRemove={() => remove(value)} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Chip({ name, value, onRemove }: { name: string; value: string; onRemove: () => void }) {
  const t = useText("console")
  return (
    <li className="inline-flex items-center rounded-md bg-soft ps-2.5 font-medium text-sm">
      {value}
      <input type="hidden" name={name} value={value} />
      <button
        type="button"
        className="grid size-9 place-items-center rounded-md text-muted hover:text-danger"
        aria-label={t("options.values.remove", { value })}
        onClick={onRemove}
      >
        <Icon name="close" size={14} />
      </button>
    </li>
  )
}
