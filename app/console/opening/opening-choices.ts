import { languageNames } from "#app/ui/language-names.ts"
import type { Choice } from "#app/ui/select.tsx"
import { shopCountries, shopLanguages } from "#server/domain/tenants/index.ts"
import { shopCurrencies } from "#server/kernel/currency.ts"
import type { Language } from "#server/kernel/languages.ts"

const likely = {
  en: { language: "en", currency: "USD", country: "US" },
  de: { language: "de", currency: "EUR", country: "DE" },
  zh: { language: "zh", currency: "CNY", country: "CN" },
} as const satisfies Record<Language, unknown>

/** What a shop can be opened with, named in the merchant's language. On the server: browsers know other names. */
export function openingChoices(language: Language) {
  const currencyNames = new Intl.DisplayNames(language, { type: "currency" })
  const order = new Intl.Collator(language)
  const countries: Choice[] = shopCountries.map((code) => ({ value: code, label: countryName(code, language) }))
  return {
    languages: shopLanguages.map((value): Choice => ({ value, label: languageNames[value] })),
    currencies: shopCurrencies.map((value): Choice => ({ value, label: `${value} · ${currencyNames.of(value) ?? value}` })),
    countries: countries.sort((a, b) => order.compare(a.label, b.label)),
    likely: likely[language],
  }
}

export function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code) : code
}
