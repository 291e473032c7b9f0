import type { OptionView, VariantView } from "#server/domain/catalog/index.ts"

/** One value per option, in the options' order. */
export type Choices = readonly string[]

/** Where a shopper starts: the first variant that lies there, else can be ordered, or the first at all. */
export function firstChoice(variants: readonly VariantView[]): Choices {
  return (variants.find(({ free }) => free > 0) ?? variants.find(canBeOrdered) ?? variants[0])?.choices ?? []
}

export const canBeOrdered = ({ promisable }: Pick<VariantView, "promisable">): boolean => promisable > 0

export function variantOf(variants: readonly VariantView[], choices: Choices): VariantView | undefined {
  return variants.find((variant) => variant.choices.every((value, index) => value === choices[index]))
}

/** With one value changed: that very combination where it exists, else the nearest that has the new value, in stock if possible. */
export function choose(variants: readonly VariantView[], choices: Choices, option: number, value: string): Choices {
  const wanted = choices.with(option, value)
  if (variantOf(variants, wanted)) return wanted
  const having = variants.filter((variant) => variant.choices[option] === value)
  const likeness = (variant: VariantView) =>
    variant.choices.filter((choice, index) => choice === wanted[index]).length + (canBeOrdered(variant) ? 0.5 : 0)
  return (
    having.reduce<VariantView | undefined>((best, one) => (!best || likeness(one) > likeness(best) ? one : best), undefined)
      ?.choices ?? choices
  )
}

/** An option's values, each with whether the rest of the choice leaves any of it. */
export function offers(variants: readonly VariantView[], option: OptionView, index: number, choices: Choices) {
  return option.values
    .filter((value) => variants.some((variant) => variant.choices[index] === value))
    .map((value) => {
      const matching = variants.filter(
        (variant) =>
          variant.choices[index] === value && variant.choices.every((choice, at) => at === index || choice === choices[at]),
      )
      return { value, label: value, soldOut: !matching.some(canBeOrdered) }
    })
}
