import type { FieldErrors } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { IconButton } from "#app/ui/icon-button.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import { ValueChips } from "./value-chips.tsx"
import { type EditedOption, mostOptions } from "./variant-matrix.ts"

interface Props {
  options: readonly EditedOption[]
  onChange: (options: readonly EditedOption[]) => void
  errors: FieldErrors | undefined
}

/** What a shopper chooses between: sizes, colours. Each with its values. */
export function OptionFields({ options, onChange, errors }: Props) {
  const t = useText("console")
  const change = (id: number, part: Partial<EditedOption>) =>
    onChange(options.map((option) => (option.id === id ? { ...option, ...part } : option)))
  const add = () => onChange([...options, { id: Math.max(0, ...options.map(({ id }) => id)) + 1, name: "", values: [] }])
  return (
    <section className="panel grid gap-4 p-4 sm:p-5">
      <div>
        <h2 className="text-lg">{t("options.title")}</h2>
        <p className="text-muted text-sm">{t("options.text")}</p>
      </div>
      {options.map((option, at) => (
        <OptionField
          key={option.id}
          {...{ option, at, errors }}
          onChange={(part) => change(option.id, part)}
          onRemove={() => onChange(options.filter(({ id }) => id !== option.id))}
        />
      ))}
      {options.length < mostOptions && (
        <div>
          <Button type="button" look="secondary" size="small" icon="plus" onClick={add}>
            {t("options.add")}
          </Button>
          <noscript>
            <p className="field-hint mt-2">{t("options.script")}</p>
          </noscript>
        </div>
      )}
    </section>
  )
}

interface OptionProps {
  option: EditedOption
  at: number
  errors: FieldErrors | undefined
  onChange: (part: Partial<EditedOption>) => void
  onRemove: () => void
}

function OptionField({ option: { name, values }, at, errors, onChange, onRemove }: OptionProps) {
  const t = useText("console")
  return (
    <div className="grid items-start gap-3 border-line border-t pt-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto]">
      <Field label={t("options.name")} error={errors?.[`options[${at}].name`]}>
        <TextInput
          name={`options[${at}].name`}
          maxLength={40}
          value={name}
          placeholder={t(at === 0 ? "options.example.size" : "options.example.colour")}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <ValueChips
        name={`options[${at}].values[]`}
        option={name}
        values={values}
        error={errorOf(errors, `options[${at}].values`)}
        onChange={(next) => onChange({ values: next })}
      />
      <IconButton
        icon="trash"
        label={t("options.remove", { name: name || t("options.unnamed", { number: at + 1 }) })}
        className="justify-self-end sm:mt-6"
        onClick={onRemove}
      />
    </div>
  )
}

/** A list's own problem, or that of one of its places. */
function errorOf(errors: FieldErrors | undefined, field: string): string | undefined {
  const found = Object.entries(errors ?? {}).find(([name]) => name === field || name.startsWith(`${field}[`))
  return found?.[1]
}
