import { z } from "zod"
import { mostBundleParts, mostPerBundle } from "#server/domain/inventory/index.ts"
import { wholeNumber } from "#server/messages/whole-number.ts"

const part = z.object({ sku: z.string().trim().max(64).optional(), quantity: wholeNumber(1, mostPerBundle).default(1) })

/** Lines that are left empty are none. `at` is a line's place in the form, where what is wrong with it is shown. */
export const bundleForm = z
  .object({ variantId: z.string().max(64), parts: z.array(part.optional()).max(mostBundleParts).default([]) })
  .transform(({ variantId, parts }) => ({
    variantId,
    parts: parts.flatMap((line, at) => (line?.sku ? [{ at, sku: line.sku, quantity: line.quantity }] : [])),
  }))
  .superRefine(({ parts }, issues) => {
    for (const { at, sku } of parts) {
      const first = parts.find((other) => other.sku === sku)
      if (first && first.at < at) issues.addIssue({ code: "custom", message: "field.twice", path: ["parts", at, "sku"] })
    }
  })
