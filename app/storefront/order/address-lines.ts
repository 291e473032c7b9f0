import type { Address } from "#server/domain/orders/index.ts"

const regionBeforePostcode: ReadonlySet<string> = new Set(["AU", "CA", "GB", "IN", "US"])
const largestFirst: ReadonlySet<string> = new Set(["CN", "HK", "JP", "KR", "TW"])

/** An address as it is written in its country, line by line. `country` is its name in the reader's language. */
export function addressLines(address: Address, country: string): string[] {
  const { name, line1, line2, postcode, city, region, phone } = address
  if (largestFirst.has(address.country)) return filled([postcode, `${country} ${region}${city}`, line1, line2, name, phone])
  const place = regionBeforePostcode.has(address.country)
    ? filled([city, filled([region, postcode]).join(" ")]).join(", ")
    : filled([postcode, city, region && `(${region})`]).join(" ")
  return filled([name, line1, line2, place, country, phone])
}

function filled(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== "")
}
