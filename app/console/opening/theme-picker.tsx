import { useText } from "#app/text/text.tsx"
import { FieldError } from "#app/ui/field.tsx"
import { ThemePreview } from "./theme-preview.tsx"

export const themeNames = ["linen", "harbor", "moss", "ember", "porcelain", "ink"] as const

interface Props {
  /** The shop's name, on each preview's sign. */
  name: string
  defaultValue: string
  error?: string | undefined
}

/** A theme is chosen by looking at it: each is shown as the front of a small shop. */
export function ThemePicker({ name, defaultValue, error }: Props) {
  const t = useText("console")
  return (
    <fieldset className="grid gap-3" aria-invalid={error ? true : undefined}>
      <legend className="label mb-2">{t("theme.legend")}</legend>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {themeNames.map((theme) => (
          <label
            key={theme}
            className="relative grid cursor-pointer gap-2 rounded-lg border border-line bg-raised p-2 hover:border-edge has-checked:border-accent has-checked:ring-2 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-link has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="theme"
              value={theme}
              defaultChecked={theme === defaultValue}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <ThemePreview theme={theme} name={name} />
            <span className="px-1 pb-1 text-sm">
              <span className="block font-semibold">{t(`theme.${theme}`)}</span>
              <span className="block text-muted">{t(`theme.${theme}.note`)}</span>
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}
