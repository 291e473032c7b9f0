/** Spaces as they stand on the card: four groups of four, or 4-6-5 where it begins with 34 or 37. */
export function formatNumber(typed: string): string {
  const digits = digitsOf(typed).slice(0, 19)
  if (/^3[47]/.test(digits)) return [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10, 15)].filter(Boolean).join(" ")
  return digits.match(/.{1,4}/g)?.join(" ") ?? ""
}

/** "4" becomes "04 / ", "1227" "12 / 27", "12/2027" "12 / 27"; what was taken back stays away. */
export function formatExpiry(typed: string, before = ""): string {
  const isErasing = typed.length < before.length
  const [, month = "", year = ""] = /^\s*(\d{1,2})\s*\/\s*(?:20(?=\d\d))?(\d{0,2})/.exec(typed) ?? []
  const digits = month ? `${month.padStart(2, "0")}${year}` : digitsOf(typed).slice(0, 4)
  const whole = /^[2-9]/.test(digits) ? `0${digits}`.slice(0, 4) : digits
  if (whole.length > 2) return `${whole.slice(0, 2)} / ${whole.slice(2)}`
  return whole.length === 2 && !isErasing ? `${whole} / ` : whole
}

export function formatCvc(typed: string): string {
  return digitsOf(typed).slice(0, 4)
}

export interface CardInput {
  readonly number: string
  readonly expiry: string
  readonly cvc: string
}

export interface Card {
  readonly number: string
  readonly month: string
  readonly year: string
  readonly cvc: string
}

export type CardProblems = Partial<Record<keyof CardInput, "number" | "number-wrong" | "expiry" | "expiry-past" | "cvc">>

/** What can be known to be wrong before anybody is asked. */
export function readCard({ number, expiry, cvc }: CardInput, now: Date): { card: Card } | { problems: CardProblems } {
  const digits = digitsOf(number)
  const [, month = "", year = ""] = /^(\d\d) \/ (\d\d)$/.exec(expiry) ?? []
  const problems: CardProblems = {
    ...(digits.length < 12 ? { number: "number" } : passesLuhn(digits) ? {} : { number: "number-wrong" }),
    ...(Number(month) < 1 || Number(month) > 12
      ? { expiry: "expiry" }
      : isPast(Number(month), Number(year), now)
        ? { expiry: "expiry-past" }
        : {}),
    ...(/^\d{3,4}$/.test(cvc) ? {} : { cvc: "cvc" }),
  }
  return Object.keys(problems).length > 0 ? { problems } : { card: { number: digits, month, year, cvc } }
}

/** ISO/IEC 7812-1: every second digit from the right doubled, digits of the sum a multiple of ten. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** A card is good until its month's last day, here in the zone of whoever holds it. */
function isPast(month: number, year: number, now: Date): boolean {
  return (2000 + year) * 12 + month - 1 < now.getFullYear() * 12 + now.getMonth()
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "")
}
