import type { Randomness } from "#infra/prove/isolation/randomness.ts"
import { publishProduct, unpublishProduct } from "#server/domain/catalog/index.ts"
import { changeStockedProduct, setOnHand } from "#server/domain/inventory/index.ts"
import { changeSearchSettings, requestReindex } from "#server/domain/search/index.ts"
import { isRefusal } from "#server/messages/refusals.ts"
import { defaultWeights } from "#server/ports/product-search.ts"
import { draftOf } from "#tests/support/goods.ts"
import { addGoods, type Stall } from "./stalls.ts"

/** What a merchant does to a catalogue, by chance. A no of the business is an answer, too. */
export async function editSomething(stalls: readonly Stall[], random: Randomness, n: number): Promise<void> {
  const stall = random.pick(stalls)
  const { ctx } = stall
  const { productId, variantId } = random.pick(stall.products)
  const dice = random.below(100)
  try {
    if (dice < 45) await retitle(stall, productId, `Lamp 灯 edit${n}`, 1_000 + n)
    else if (dice < 65) await setOnHand(ctx, variantId, random.pick([0, 0, 3, 40]))
    else if (dice < 77) await unpublishProduct(ctx, productId)
    else if (dice < 92) await publishProduct(ctx, productId)
    else if (dice < 96) await addGoods(stall, `Lamp 灯 new${n}`)
    else if (dice < 98) await requestReindex(ctx)
    else {
      const weights = { ...defaultWeights, vendor: random.below(5) }
      await changeSearchSettings(ctx, { weights, synonyms: `lamp, light${n}`, stopWords: "" })
    }
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

export async function retitle({ ctx }: Stall, productId: string, title: string, priceMinor: number): Promise<void> {
  await changeStockedProduct(ctx, productId, draftOf(ctx.tenant.currency, { title, priceMinor }))
}
