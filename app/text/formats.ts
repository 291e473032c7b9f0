import { formatMoney, type Money } from "#server/kernel/money.ts"
import type { Language } from "#server/kernel/languages.ts"

/** How a language writes amounts, numbers and moments. Times are shown in the zone it was made for. */
export interface Formats {
  money(amount: Money): string
  number(value: number): string
  /** `share` is a fraction: 0.19 reads "19 %". */
  percent(share: number): string
  /** A tax rate in basis points, exactly: 725 reads "7.25%". */
  rate(basisPoints: number): string
  date(at: Date | string): string
  dateTime(at: Date | string): string
  time(at: Date | string): string
  /** "3 minutes ago", "in 2 days": seen from `now`. */
  since(at: Date | string, now: Date): string
}

const steps = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const

export function formatsFor(language: Language, timeZone: string): Formats {
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 })
  const rate = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 })
  const date = new Intl.DateTimeFormat(language, { timeZone, dateStyle: "medium" })
  const time = new Intl.DateTimeFormat(language, { timeZone, timeStyle: "short" })
  const dateTime = new Intl.DateTimeFormat(language, { timeZone, dateStyle: "medium", timeStyle: "short" })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" })
  return {
    money: (amount) => formatMoney(amount, language),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    rate: (basisPoints) => rate.format(basisPoints / 10_000),
    date: (at) => settled(date.format(new Date(at))),
    dateTime: (at) => settled(dateTime.format(new Date(at))),
    time: (at) => settled(time.format(new Date(at))),
    since(at, now) {
      const seconds = Math.round((new Date(at).getTime() - now.getTime()) / 1_000)
      const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? (["second", 1] as const)
      return relative.format(Math.trunc(seconds / size), unit)
    },
  }
}

/** Node and browsers differ in which narrow space they write; hydration needs one. */
function settled(text: string): string {
  return text.replace(/[\u202f\u2009\u00a0]/g, " ")
}
