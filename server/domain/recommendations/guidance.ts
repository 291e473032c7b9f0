import type { Reading } from "#server/context/work.ts"

/** What the merchant has said, and whether a comparison runs. */
export interface Guidance {
  readonly pinned: readonly string[]
  readonly excluded: ReadonlySet<string>
  readonly trialId: string | null
}

/** One statement. */
export async function readGuidance({ sql, tenantId }: Reading): Promise<Guidance> {
  const [row] = await sql<{ pinned: string[]; excluded: string[]; trialId: string | null }>`
    select coalesce(array_agg(r.product_id order by r.at) filter (where r.kind = 'pin'), '{}') as pinned,
      coalesce(array_agg(r.product_id) filter (where r.kind = 'exclude'), '{}') as excluded,
      (select t.id from recommendation_trial t where t.tenant_id = ${tenantId} and t.ended_at is null limit 1) as "trialId"
    from recommendation_rule r where r.tenant_id = ${tenantId}`
  return { pinned: row?.pinned ?? [], excluded: new Set(row?.excluded ?? []), trialId: row?.trialId ?? null }
}

/** `a`: what was learned; `b`: what most look at. The same visitor is always in the same arm of a comparison. */
export function armOf(trialId: string | null, visitorId: string): "a" | "b" {
  if (trialId === null || visitorId === "") return "a"
  let hash = 2_166_136_261
  for (const letter of `${trialId} ${visitorId}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619)
  return ((hash ^ (hash >>> 15)) & 1) === 0 ? "a" : "b"
}
