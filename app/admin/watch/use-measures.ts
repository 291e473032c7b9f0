import { useFormats, useLanguage, useText } from "#app/text/text.tsx"
import type { Language } from "#server/kernel/languages.ts"
import { money } from "#server/kernel/money.ts"
import type { Takings } from "#server/messages/pulse.ts"

/** How this room writes what it measures. */
export interface Measures {
  number(value: number): string
  /** "120 ms", "1.4 s", "3 min"; nothing was measured: a dash. */
  duration(ms: number | null): string
  /** With seconds. */
  clock(at: number): string
  /** One amount per currency; of none, nothing in `currency`, if there is one. */
  takings(paid: Takings, currency?: string): string
}

const units = new Map<string, Intl.NumberFormat>()

function unitIn(language: Language, unit: string, digits: number): Intl.NumberFormat {
  const key = `${language} ${unit} ${digits}`
  const made =
    units.get(key) ??
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits })
  units.set(key, made)
  return made
}

const clocks = new Map<Language, Intl.DateTimeFormat>()

function clockIn(language: Language): Intl.DateTimeFormat {
  const made = clocks.get(language) ?? new Intl.DateTimeFormat(language, { timeZone: "UTC", timeStyle: "medium" })
  clocks.set(language, made)
  return made
}

export function useMeasures(): Measures {
  const language = useLanguage()
  const t = useText("admin")
  const formats = useFormats()
  return {
    number: formats.number,
    duration: (ms) => (ms === null ? t("measure.none") : spelled(language, ms)),
    clock: (at) => unspaced(clockIn(language).format(at)),
    takings(paid, currency = "") {
      const amounts = Object.entries(paid).map(([code, minor]) => formats.money(money(BigInt(minor), code)))
      if (amounts.length > 0) return amounts.join(" + ")
      return currency === "" ? t("measure.none") : formats.money(money(0n, currency))
    },
  }
}

function spelled(language: Language, ms: number): string {
  const said =
    ms < 1_000
      ? unitIn(language, "millisecond", ms < 10 ? 1 : 0).format(ms)
      : ms < 120_000
        ? unitIn(language, "second", ms < 10_000 ? 1 : 0).format(ms / 1_000)
        : unitIn(language, "minute", 0).format(ms / 60_000)
  return unspaced(said)
}

/** Node and browsers differ in which narrow space they write. */
const unspaced = (text: string) => text.replace(/[\u202f\u2009\u00a0]/g, " ")
