import { defaultWeights } from "#server/ports/product-search.ts"
import { createShopIndex, type ShopIndex } from "#server/platform/postgres/product-search/shop-index.ts"
import { buildWorld } from "#prisma/seed/world.ts"
import { type JudgedQuery, judged } from "./search-quality/judged.ts"
import { meanOf, type Measured, measured } from "./search-quality/measure.ts"
import { seedDocuments } from "./search-quality/seed-documents.ts"
import type { Report, Row } from "./report.ts"

const least = { recall: 0.95, reciprocalRank: 0.85 }
const languageOf = { alder: "en", mohn: "de", songyan: "zh" } as const

/** The built-in engine over the seeded shops, against what a person would want: no database, no server, the same answers each time. */
export async function benchSearchQuality(): Promise<Report> {
  const { shops, tables } = await buildWorld({ seedNumber: 1, apexHost: "localhost", now: new Date("2026-11-01T00:00:00Z") })
  const indexes = new Map<string, ShopIndex>()
  const slugs = new Map(shops.flatMap(({ products }) => products.map(({ id, source }) => [id, source.slug])))
  for (const shop of shops) {
    const index = createShopIndex(tuningFor(shop.source.language))
    index.change(seedDocuments(shop, tables), [])
    indexes.set(shop.source.slug, index)
  }
  const all = judged.map((query) =>
    measured(
      query,
      answered(indexes, query).map((id) => slugs.get(id) ?? id),
    ),
  )
  return reportOf(all)
}

function tuningFor(language: string) {
  return { language, weights: defaultWeights, synonyms: [], stopWords: [] }
}

function answered(indexes: ReadonlyMap<string, ShopIndex>, { shop, words }: JudgedQuery): string[] {
  const wish = { words, filters: {}, sort: "relevance", offset: 0, limit: 10, tuning: tuningFor(languageOf[shop]) } as const
  return (
    indexes
      .get(shop)
      ?.find(wish)
      .hits.map(({ productId }) => productId) ?? []
  )
}

function reportOf(all: readonly Measured[]): Report {
  const row = (name: string, some: readonly Measured[]): Row => ({
    queries: name,
    count: some.length,
    "recall@10": meanOf(some.map(({ recall }) => recall)),
    MRR: meanOf(some.map(({ reciprocalRank }) => reciprocalRank)),
  })
  const groups = (nameOf: (one: Measured) => string) =>
    [...new Set(all.map(nameOf))].map((name) =>
      row(
        name,
        all.filter((one) => nameOf(one) === name),
      ),
    )
  const languages = groups(({ query }) => languageOf[query.shop])
  const kinds = groups(({ query }) => query.kind)
  const total = row("all", all)
  const short = all.filter(({ missing, reciprocalRank }) => missing.length > 0 || reciprocalRank < 0.5)
  const broken = [
    ...(Number(total["recall@10"]) < least.recall ? [`recall@10 is ${total["recall@10"]}, below ${least.recall}`] : []),
    ...(Number(total.MRR) < least.reciprocalRank ? [`MRR is ${total.MRR}, below ${least.reciprocalRank}`] : []),
  ]
  return {
    tables: [
      { title: "By language", rows: [...languages, total] },
      { title: "By kind", rows: kinds },
      {
        title: "Wanted and not among the first ten, or not among the first two",
        rows: short.map(({ query, missing, reciprocalRank }) => ({
          ...{ shop: query.shop, kind: query.kind, words: query.words, missing: missing.join(" ") },
          "first at": reciprocalRank === 0 ? "-" : String(Math.round(1 / reciprocalRank)),
        })),
      },
    ],
    figures: { total, languages, kinds },
    broken,
  }
}
