import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { Select } from "#app/ui/select.tsx"
import type { Country } from "./countries.ts"

interface Props {
  country: string
  countries: readonly Country[]
  error: string | undefined
  onChange: (country: string) => void
}

/** Decides what the rest of the address looks like. Without scripts a button asks for the form of another country. */
export function CountryField({ country, countries, error, onChange }: Props) {
  const t = useText("storefront")
  return (
    <>
      <Field label={t("checkout.country")} error={error}>
        <Select
          name="address.country"
          autoComplete="shipping country"
          defaultValue={country}
          choices={countries.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <noscript>
        <Button look="secondary" size="small" name="requote" value="1">
          {t("checkout.requote")}
        </Button>
      </noscript>
    </>
  )
}
