import { z } from "zod"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Reading } from "#server/context/work.ts"
import { defaultWeights, type FieldWeights, type SearchTuning, type Synonym } from "#server/ports/product-search.ts"

/** What a merchant has said about the search of the shop, as it is kept. */
export interface SearchSettings {
  readonly weights: FieldWeights
  readonly synonyms: readonly Synonym[]
  readonly stopWords: readonly string[]
}

const weight = z.number().min(0).max(10)
const settingsShape = z.object({
  weights: z.object({ title: weight, category: weight, vendor: weight, options: weight, skus: weight, description: weight }),
  synonyms: z.array(z.union([z.array(z.string()), z.object({ from: z.string(), to: z.array(z.string()) })])),
  stopWords: z.array(z.string()),
})

export const plainSettings: SearchSettings = { weights: defaultWeights, synonyms: [], stopWords: [] }

/** What the shop has said; the usual where it has said nothing. One statement. */
export async function readSettings({ sql, tenantId }: Reading): Promise<SearchSettings> {
  const [row] = await sql<Record<string, unknown>>`
    select weights, synonyms, stop_words as "stopWords" from search_settings where tenant_id = ${tenantId}`
  const read = settingsShape.safeParse(row)
  return read.success ? read.data : plainSettings
}

export const readSearchSettings = (ctx: TenantContext): Promise<SearchSettings> => ctx.read(readSettings)

export function tuningOf(settings: SearchSettings, language: string): SearchTuning {
  return { ...settings, language }
}
