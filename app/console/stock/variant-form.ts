import { z } from "zod"
import type { TenantContext } from "#server/context/tenant-context.ts"
import {
  mostPieces,
  receiveStock,
  setOnHand,
  setStockTerms,
  transferStock,
  unlimitedBackorder,
} from "#server/domain/inventory/index.ts"
import type { RefusalCode } from "#server/messages/refusals.ts"
import { wholeNumber } from "#server/messages/whole-number.ts"

const locationId = z.string().max(64).optional()

/** Everything that can be done with one variant's stock. */
export const variantForm = z.discriminatedUnion("do", [
  z.object({ do: z.literal("receive"), locationId, pieces: wholeNumber(1, mostPieces) }),
  z.object({ do: z.literal("count"), locationId, onHand: wholeNumber(0, mostPieces) }),
  z.object({
    do: z.literal("transfer"),
    fromId: z.string().max(64),
    toId: z.string().max(64),
    moved: wholeNumber(1, mostPieces),
  }),
  z.object({
    do: z.literal("terms"),
    backorders: wholeNumber(0, unlimitedBackorder).default(0),
    unlimited: z.literal("on").optional(),
    /** Left empty: the shop's own. */
    lowAt: wholeNumber(0, mostPieces).optional(),
  }),
])
export type VariantChange = z.infer<typeof variantForm>

/** @throws Refusal as the deed of that name */
export async function changeVariantStock(ctx: TenantContext, variantId: string, change: VariantChange): Promise<void> {
  switch (change.do) {
    case "receive":
      await receiveStock(ctx, variantId, change.pieces, change.locationId)
      break
    case "count":
      await setOnHand(ctx, variantId, change.onHand, change.locationId)
      break
    case "transfer":
      await transferStock(ctx, { variantId, fromId: change.fromId, toId: change.toId, pieces: change.moved })
      break
    case "terms":
      await setStockTerms(ctx, variantId, {
        backorderLimit: change.unlimited ? unlimitedBackorder : change.backorders,
        lowAt: change.lowAt ?? null,
      })
  }
}

/** At which field a no is shown. */
const fields: Partial<Record<RefusalCode, string>> = {
  "inventory.below-reserved": "onHand",
  "inventory.below-promised": "backorders",
  "inventory.not-there": "moved",
}

export function fieldOf(code: string): string {
  const [, field = ""] = Object.entries(fields).find(([known]) => known === code) ?? []
  return field
}
