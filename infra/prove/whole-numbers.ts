import { branded } from "#server/kernel/brand.ts"

type Given = Readonly<Record<string, string | boolean | undefined>>

/** The options that are numbers. @throws Error with the usage, when one is not a whole number above 0 */
export function wholeNumbers<T extends Given>(given: T, usage: string): { readonly [K in keyof T]: number } {
  const numbers = Object.entries(given).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, Number(value)] as const] : [],
  )
  if (numbers.some(([, value]) => !Number.isSafeInteger(value) || value < 1)) throw new Error(`Usage: ${usage}`)
  return branded<{ readonly [K in keyof T]: number }>(Object.fromEntries(numbers))
}
