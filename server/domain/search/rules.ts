import type { Reading } from "#server/context/work.ts"
import { foldWord } from "#server/kernel/words/fold.ts"

export interface QuestionRules {
  readonly pinned: readonly string[]
  readonly hidden: readonly string[]
}

/** A question as rules and tallies know it: without case, accents and needless blanks, cut to 80 characters. */
export function plainQuestion(words: string): string {
  return foldWord(words.slice(0, 200), "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .slice(0, 80)
}

/** What the merchant put first and kept back for a question. One statement. */
export async function readRules({ sql, tenantId }: Reading, words: string): Promise<QuestionRules> {
  const plain = plainQuestion(words)
  if (plain === "") return { pinned: [], hidden: [] }
  const rules = await sql<{ productId: string; kind: string }>`
    select product_id as "productId", kind from search_rule where tenant_id = ${tenantId} and words = ${plain} order by position, id limit 100`
  const of = (kind: string) => rules.filter((rule) => rule.kind === kind).map(({ productId }) => productId)
  return { pinned: of("pin"), hidden: of("hide") }
}
