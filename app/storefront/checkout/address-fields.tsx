import { useState } from "react"
import { useText } from "#app/text/text.tsx"
import type { Quote } from "#server/domain/pricing/index.ts"
import { AddressPart, type Filled } from "./address-part.tsx"
import type { Country } from "./countries.ts"
import { CountryField } from "./country-field.tsx"
import { placeOf } from "./places.ts"
import { RegionField } from "./region-field.tsx"

interface Props extends Filled {
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
  const filled = { errors, values }
  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{t("checkout.address")}</h2>
      <CountryField country={country} countries={countries} error={errors["address.country"]} onChange={setCountry} />
      <AddressPart {...{ filled }} part="name" label={t("checkout.name")} autoComplete="name" known={name} />
      <AddressPart {...{ filled }} part="line1" label={t("checkout.line1")} autoComplete="address-line1" />
      <AddressPart {...{ filled }} part="line2" label={t("checkout.line2")} autoComplete="address-line2" optional />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <AddressPart
          {...{ filled }}
          part="postcode"
          label={t("checkout.postcode")}
          autoComplete="postal-code"
          optional={place.withoutPostcode ?? false}
        />
        <AddressPart {...{ filled }} part="city" label={t("checkout.city")} autoComplete="address-level2" />
      </div>
      <RegionField key={country} regions={place.regions} {...filled} />
      <AddressPart
        {...{ filled }}
        part="phone"
        label={t("checkout.phone")}
        hint={t("checkout.phone.hint")}
        autoComplete="tel"
        optional
      />
    </section>
  )
}
