import { useState } from "react"
import type { FormValues } from "#app/http/form-values.ts"
import type { FieldErrors } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { Select } from "#app/ui/select.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { Quote } from "#server/domain/pricing/index.ts"
import type { Country } from "./countries.ts"
import { placeOf } from "./places.ts"
import { RegionField } from "./region-field.tsx"

interface Props {
  errors: FieldErrors
  values: FormValues
  quote: Quote
  countries: readonly Country[]
  /** The customer's, to begin with. */
  name: string | undefined
}

/** The address by country: which parts there are, and which of them are needed. */
export function AddressFields({ errors, values, quote, countries, name }: Props) {
  const t = useText("storefront")
  const [country, setCountry] = useState(String(values["address.country"] ?? quote.country))
  const place = placeOf(country)
  const of = (part: string) => ({ name: `address.${part}`, defaultValue: values[`address.${part}`] })
  const error = (part: string) => errors[`address.${part}`]
  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{t("checkout.address")}</h2>
      <Field label={t("checkout.country")} error={error("country")}>
        <Select
          name="address.country"
          autoComplete="shipping country"
          defaultValue={country}
          choices={countries.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(event) => setCountry(event.target.value)}
        />
      </Field>
      <noscript>
        <Button look="secondary" size="small" name="requote" value="1">
          {t("checkout.requote")}
        </Button>
      </noscript>
      <Field label={t("checkout.name")} error={error("name")}>
        <TextInput {...of("name")} autoComplete="shipping name" defaultValue={values["address.name"] ?? name} />
      </Field>
      <Field label={t("checkout.line1")} error={error("line1")}>
        <TextInput {...of("line1")} autoComplete="shipping address-line1" />
      </Field>
      <Field label={t("checkout.line2")} error={error("line2")} optional>
        <TextInput {...of("line2")} autoComplete="shipping address-line2" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <Field label={t("checkout.postcode")} error={error("postcode")} optional={place.withoutPostcode ?? false}>
          <TextInput {...of("postcode")} autoComplete="shipping postal-code" />
        </Field>
        <Field label={t("checkout.city")} error={error("city")}>
          <TextInput {...of("city")} autoComplete="shipping address-level2" />
        </Field>
      </div>
      <RegionField key={country} regions={place.regions} error={error("region")} value={String(values["address.region"] ?? "")} />
      <Field label={t("checkout.phone")} hint={t("checkout.phone.hint")} error={error("phone")} optional>
        <TextInput {...of("phone")} type="tel" autoComplete="shipping tel" />
      </Field>
    </section>
  )
}
