import type { TenantContext } from "#server/context/tenant-context.ts"
import { listCards, type ProductCard } from "#server/domain/catalog/index.ts"
import { currentModel } from "./current-model.ts"
import type { RuleKind } from "./set-rule.ts"
import type { TrainingDetail, TrainingReason, TrainingState } from "./training.ts"

export interface TrainingLine {
  readonly id: string
  readonly reason: TrainingReason
  readonly state: TrainingState
  readonly step: string
  readonly percent: number
  readonly requestedAt: Date
  readonly finishedAt: Date | null
  readonly isCalledOff: boolean
  readonly detail: TrainingDetail
}

export interface RuledProduct {
  readonly card: ProductCard
  readonly kind: Exclude<RuleKind, "none">
}

export interface TrainingOverview {
  /** The newest first, twelve at most. */
  readonly trainings: readonly TrainingLine[]
  /** Of the model that serves; null: none does. */
  readonly version: number | null
  readonly kind: "learned" | "content" | null
  readonly rules: readonly RuledProduct[]
  /** Published products that most look at, for a merchant to rule on. */
  readonly popular: readonly ProductCard[]
  /** Over thirty days: visitors who saw a shelf, picks, and carts and purchases of a picked product within a week. */
  readonly effect: { readonly shown: number; readonly picked: number; readonly added: number; readonly bought: number }
}

/** What the shop's recommender does and how well. Five statements. */
export async function trainingOverview(ctx: TenantContext): Promise<TrainingOverview> {
  const served = await currentModel(ctx)
  const { currency } = ctx.tenant
  return ctx.read(async (reading) => {
    const { sql, tenantId, now } = reading
    const trainings = await sql<TrainingLine>`
      select id, reason, state, step, percent, requested_at as "requestedAt", finished_at as "finishedAt",
        cancel_asked_at is not null as "isCalledOff", detail
      from training where tenant_id = ${tenantId} order by requested_at desc limit 12`
    const rules = await sql<{ id: string; kind: RuledProduct["kind"] }>`
      select product_id as id, kind from recommendation_rule where tenant_id = ${tenantId} order by at`
    const [effect] = await sql<TrainingOverview["effect"]>`
      with s as (
        select visitor_id, product_id, kind, at from signal where tenant_id = ${tenantId} and at > ${now}::timestamptz - interval '30 days'
          and kind in ('shown', 'picked', 'cart', 'purchase')
      )
      select (select count(distinct visitor_id)::int from s where kind = 'shown') as shown,
        count(*) filter (where s.kind = 'picked')::int as picked,
        count(*) filter (where s.kind = 'cart' and followed)::int as added,
        count(*) filter (where s.kind = 'purchase' and followed)::int as bought
      from (select s.*, exists (select 1 from s p where p.kind = 'picked' and p.visitor_id = s.visitor_id and p.product_id = s.product_id
        and p.at <= s.at and p.at > s.at - interval '7 days') as followed from s) s`
    const popular = served ? mostPopular(served.model.popularity, served.model.items) : []
    const cards = new Map(
      (await listCards(reading, [...rules.map(({ id }) => id), ...popular], currency)).map((card) => [card.id, card]),
    )
    const ruled = new Set(rules.map(({ id }) => id))
    return {
      trainings,
      version: served?.version ?? null,
      kind: served?.kind ?? null,
      rules: rules.flatMap(({ id, kind }) => {
        const card = cards.get(id)
        return card ? [{ card, kind }] : []
      }),
      popular: popular.filter((id) => !ruled.has(id)).flatMap((id) => cards.get(id) ?? []),
      effect: effect ?? { shown: 0, picked: 0, added: 0, bought: 0 },
    }
  })
}

function mostPopular(popularity: Float32Array, items: readonly string[]): string[] {
  return items
    .map((id, place) => ({ id, score: popularity[place] ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 12)
    .map(({ id }) => id)
}
