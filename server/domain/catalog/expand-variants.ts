import type { OptionView } from "./product-page.ts"

export const mostVariants = 100

/**
 * Every combination of the options' values, the last option turning fastest. No options: one combination, without choices.
 * Stops at 101, one more than a product may have, so that a caller sees that it is too many.
 */
export function expandVariants(options: readonly OptionView[]): string[][] {
  return options.reduce<string[][]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])).slice(0, mostVariants + 1),
    [[]],
  )
}
