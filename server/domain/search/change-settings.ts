import { z } from "zod"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { wholeNumber } from "#server/messages/whole-number.ts"
import { askForReindex } from "./request-reindex.ts"
import { readSynonyms, readWords } from "./synonyms.ts"
import { readSettings } from "./tuning.ts"

const weight = wholeNumber(0, 10)

/** How the merchant wants the shop to be searched, as typed. A title is always searched. */
export const searchSettingsRequest = z.object({
  weights: z.object({
    ...{ title: wholeNumber(1, 10), category: weight, vendor: weight, options: weight, skus: weight, description: weight },
  }),
  synonyms: z.string().max(20_000).default(""),
  stopWords: z.string().max(5_000).default(""),
})
export type SearchSettingsRequest = z.infer<typeof searchSettingsRequest>

const mostStopWords = 300

/**
 * Holds from the next question on. What is part of the index (weights, and synonyms for some engines) asks for a full reindex when it
 * changes; answers whether it did. @throws Refusal search.bad-synonyms
 */
export async function changeSearchSettings(ctx: TenantContext, request: SearchSettingsRequest): Promise<boolean> {
  const { weights } = request
  const synonyms = readSynonyms(request.synonyms)
  const stopWords = readWords(request.stopWords).slice(0, mostStopWords)
  return ctx.transact(async (work) => {
    const { sql, tenantId } = work
    const former = await readSettings(work)
    const isOther = JSON.stringify([former.weights, former.synonyms]) !== JSON.stringify([weights, synonyms])
    await sql`
      insert into search_settings (tenant_id, weights, synonyms, stop_words)
      values (${tenantId}, ${JSON.stringify(weights)}::jsonb, ${JSON.stringify(synonyms)}::jsonb, ${stopWords}::text[])
      on conflict (tenant_id) do update set weights = excluded.weights, synonyms = excluded.synonyms, stop_words = excluded.stop_words`
    if (isOther) await askForReindex(work)
    return isOther
  })
}
