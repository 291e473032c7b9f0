import { z } from "zod"
import { type Money, parseDecimal } from "#server/kernel/money.ts"
import { mostVariants } from "./expand-variants.ts"
import { wholeNumber } from "#server/messages/whole-number.ts"

/** What a merchant says of a product. The variants are the combinations that are offered, in display order. */
export interface ProductDraft {
  readonly title: string
  readonly description: string
  readonly vendor: string
  readonly categoryId: string | null
  /** A category that is made with the product, and goes before `categoryId`. */
  readonly newCategory: string | null
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly variants: readonly VariantDraft[]
}

export interface VariantDraft {
  readonly choices: readonly string[]
  /** Empty: one is made from the title. */
  readonly sku: string
  readonly price: Money
  readonly onHand: number
}

const blankToNull = (text: string): string | null => (text === "" ? null : text)
const values = z.union([z.string().transform((text) => text.split(/[,，、;\n]/)), z.array(z.string())])

const option = z.object({
  name: z.string().trim().min(1).max(40),
  values: values
    .transform((list) => list.map((value) => value.trim()).filter((value) => value !== ""))
    .pipe(z.array(z.string().max(40)).min(1).max(50))
    .refine((list) => new Set(list).size === list.length, { message: "field.twice" }),
})

function variant(currency: string) {
  return z.object({
    choices: z.array(z.string().trim().min(1).max(40)).max(3).default([]),
    sku: z.string().trim().max(64).default(""),
    price: z.string().transform((text, issues): Money => {
      const price = parseDecimal(text, currency)
      if (price) return price
      issues.addIssue({ code: "custom", message: "field.price" })
      return z.NEVER
    }),
    onHand: wholeNumber(0, 1_000_000).default(0),
  })
}

/** Reads a merchant's form: `options[0].name`, `options[0].values` (one text, with commas), `variants[0].choices[0]`, … */
export function productForm(currency: string) {
  return z
    .object({
      title: z.string().trim().min(1).max(160),
      description: z.string().trim().max(10_000).default(""),
      vendor: z.string().trim().max(80).default(""),
      categoryId: z.string().trim().max(64).default("").transform(blankToNull),
      newCategory: z.string().trim().max(60).default("").transform(blankToNull),
      options: z.array(option).max(3).default([]),
      variants: z.array(variant(currency)).min(1).max(mostVariants),
    })
    .superRefine(({ options, variants }, issues) => {
      const seen = new Set<string>()
      for (const [index, { choices }] of variants.entries()) {
        const fits = choices.length === options.length && options.every(({ values }, i) => values.includes(choices[i] ?? ""))
        const key = JSON.stringify(choices)
        if (!fits || seen.has(key)) {
          issues.addIssue({
            code: "custom",
            path: ["variants", index, "choices"],
            params: { reason: fits ? "twice" : "choices" },
          })
        }
        seen.add(key)
      }
    })
}
