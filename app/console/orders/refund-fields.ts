import { z } from "zod"
import type { FormValues } from "#app/http/form-values.ts"
import { parseDecimal } from "#server/kernel/money.ts"
import { wholeNumber } from "#server/messages/whole-number.ts"

const ticked = z.literal("on").optional()

const pieces = z.array(z.object({ lineId: z.string().max(64), quantity: wholeNumber(0, 9_999).default(0), restock: ticked }))

/** What the refund form sends, as the business wants it; `typed`: what is shown again when it says no. */
export function refundForm(currency: string) {
  const amount = z.string().transform((text, ctx) => {
    const given = parseDecimal(text, currency)
    if (given && given.minor > 0n) return given
    ctx.addIssue({ code: "custom", message: "field.price" })
    return z.NEVER
  })
  const form = z.object({
    key: z.string().regex(/^rfd_[0-9a-z]{26}$/),
    pieces: pieces.default([]),
    withShipping: ticked,
    amount: amount.optional(),
    note: z.string().trim().max(500).default(""),
  })
  return form.transform(({ key, pieces, withShipping, amount, note }) => ({
    key,
    note,
    withShipping: withShipping !== undefined,
    pieces: pieces.map(({ lineId, quantity, restock }) => ({ lineId, quantity, restock: restock !== undefined })),
    ...(amount ? { amount } : {}),
    typed: typedValues(pieces, note),
  }))
}

function typedValues(given: z.output<typeof pieces>, note: string): FormValues {
  const counts = given.map(({ quantity }, at) => [`pieces[${at}].quantity`, String(quantity)] as const)
  return { ...Object.fromEntries(counts), note }
}
