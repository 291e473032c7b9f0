import type { TenantRows } from "#prisma/tenancy.ts"
import type { SearchWords } from "#server/kernel/search-words.ts"

interface Found {
  readonly productId: string
}

/**
 * Documents with every word, and those whose title holds the typed text in one piece. Ranked by words (a word of the title counts
 * four times one of the text), more for a title that begins as typed, and a little for titles of the same length.
 */
export function findByWords({ sql, tenantId }: TenantRows, { query, plain }: SearchWords, most: number): Promise<Found[]> {
  return sql<Found>`
    select d.product_id as "productId"
    from search_document d,
      (select to_tsquery('simple', search_fold(${query})) as words, search_fold(${plain}) as plain) q
    where d.tenant_id = ${tenantId} and (d.words @@ q.words or strpos(d.letters, q.plain) > 0)
    order by ts_rank('{0,0,0.25,1}', d.words, q.words)
      + case when starts_with(d.letters, q.plain) then 0.5 else 0 end
      + 0.2 * similarity(d.letters, q.plain) desc, d.product_id desc
    limit ${most}`
}

/** Documents whose title has a stretch much like the typed text: for slips of the finger and other endings. Nearest first. */
export function findByLetters({ sql, tenantId }: TenantRows, { plain }: SearchWords, most: number): Promise<Found[]> {
  return sql<Found>`
    select "productId" from (
      select d.product_id as "productId", word_similarity(q.plain, d.letters) as nearness
      from search_document d, (select search_fold(${plain}) as plain) q where d.tenant_id = ${tenantId}
    ) d
    where nearness >= ${leastNearness}::float8 order by nearness desc, "productId" desc limit ${most}`
}

/** "lether walet" is at 0.5 of "leather wallet"; unrelated words stay below 0.3. */
const leastNearness = 0.45
