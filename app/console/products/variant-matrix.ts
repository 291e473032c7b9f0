/** An option while it is edited. `id` is only for the page. */
export interface EditedOption {
  readonly id: number
  readonly name: string
  readonly values: readonly string[]
}

/** A line of the matrix as typed; kept for each combination, also while that is not offered. */
export interface EditedVariant {
  readonly sku: string
  readonly price: string
  readonly onHand: string
  readonly isOffered: boolean
}

export type EditedVariants = Readonly<Record<string, EditedVariant>>

export interface MatrixRow extends EditedVariant {
  readonly key: string
  readonly choices: readonly string[]
}

export const mostOptions = 3
/** As the catalogue has it. */
export const mostRows = 100

export const variantKey = (choices: readonly string[]): string => JSON.stringify(choices)

/** Every combination of the options that have values, the last turning fastest; what was typed for it, or the first line's price. */
export function matrixOf(options: readonly EditedOption[], typed: EditedVariants): MatrixRow[] {
  const filled = options.filter(({ values }) => values.length > 0)
  const combinations = filled.reduce<string[][]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  )
  const prices = [...combinations.map((choices) => typed[variantKey(choices)]), ...Object.values(typed)].map(
    (variant) => variant?.price,
  )
  const price = prices.find((text) => text !== undefined && text !== "") ?? ""
  const blank = { sku: "", price, onHand: "0", isOffered: true }
  return combinations.slice(0, mostRows + 1).map((choices) => {
    const key = variantKey(choices)
    return { key, choices, ...(typed[key] ?? blank) }
  })
}

/** Adds what was typed, several at once when they are separated as people do; what is there already stays single. */
export function withValues(values: readonly string[], text: string): string[] {
  const added = text.split(/[,，、;\n]/).map((value) => value.trim().slice(0, 40))
  return [...new Set([...values, ...added.filter((value) => value !== "")])]
}
