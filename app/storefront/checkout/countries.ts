import type { Language } from "#server/kernel/languages.ts"

/** Where parcels can go when a shipping method names no countries. ISO 3166. */
const everywhere = [
  ...[
    "AT",
    "AU",
    "BE",
    "BR",
    "CA",
    "CH",
    "CN",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GB",
    "GR",
    "HK",
    "HU",
    "IE",
    "IN",
    "IS",
    "IT",
  ],
  ...["JP", "KR", "KW", "LI", "LT", "LU", "LV", "MX", "NL", "NO", "NZ", "PL", "PT", "SE", "SG", "SI", "SK", "TW", "US"],
]

export interface Country {
  readonly code: string
  readonly name: string
}

/** The countries that at least one way of shipping serves, by name. Named on the server: browsers know other names. */
export function servedCountries(methods: readonly { readonly countries: readonly string[] }[], language: Language): Country[] {
  const isOpen = methods.some(({ countries }) => countries.length === 0)
  const codes = new Set([...(isOpen ? everywhere : []), ...methods.flatMap(({ countries }) => countries)])
  const { order } = namesIn(language)
  return [...codes].map((code) => ({ code, name: countryName(code, language) })).sort((a, b) => order.compare(a.name, b.name))
}

export function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (namesIn(language).names.of(code) ?? code) : code
}

interface Names {
  readonly names: Intl.DisplayNames
  readonly order: Intl.Collator
}

const known = new Map<Language, Names>()

/** Made once per language: making one costs more than all the names of a page. */
function namesIn(language: Language): Names {
  const found = known.get(language) ?? {
    names: new Intl.DisplayNames(language, { type: "region" }),
    order: new Intl.Collator(language),
  }
  known.set(language, found)
  return found
}
