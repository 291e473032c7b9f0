import { createServer, type IncomingMessage } from "node:http"
import { z } from "zod"
import { createShopIndex } from "#server/platform/postgres/product-search/shop-index.ts"
import { type ProductDocument, searchSorts } from "#server/ports/product-search.ts"
import { documentFor, tuningFor, wishFor } from "#tests/support/search-documents.ts"
import { isAdmitted } from "./meilisearch-filter.ts"

export interface MeilisearchDouble {
  readonly url: string
  /** Questions that it has answered. */
  answered(): number
  close(): Promise<void>
}

const stored = z.strictObject({
  id: z.string().regex(/^[\w-]{1,511}$/),
  ...{ tenantId: z.string(), generation: z.number().int(), productId: z.string(), title: z.string(), description: z.string() },
  ...{
    category: z.string(),
    categoryName: z.string(),
    vendor: z.string(),
    options: z.array(z.string()),
    skus: z.array(z.string()),
  },
  ...{ also: z.array(z.string()), price: z.number(), isAvailable: z.boolean(), sold: z.number(), rating: z.number().nullable() },
  publishedAt: z.number(),
})
export type Stored = z.output<typeof stored>

const query = z.strictObject({
  ...{ indexUid: z.literal("products"), q: z.string(), limit: z.number().int().min(0), offset: z.number().int().optional() },
  filter: z.array(z.string()).min(2),
  attributesToRetrieve: z.tuple([z.literal("productId"), z.literal("title")]).optional(),
  ...{
    facets: z.array(z.string()).optional(),
    sort: z.array(z.string()).optional(),
    showMatchesPosition: z.boolean().optional(),
  },
})
const settings = z.object({ filterableAttributes: z.array(z.string()), sortableAttributes: z.array(z.string()) })

/**
 * The requests that our adapter makes, in the form that Meilisearch 1.x documents, answered by the built-in engine's matching. Strict: a
 * request of another form, a filter that is not readable or a facet that was not declared fails.
 */
export async function startMeilisearchDouble(): Promise<MeilisearchDouble> {
  const documents = new Map<string, Stored>()
  let filterable: readonly string[] = []
  let sortable: readonly string[] = []
  let tasks = 0
  let answered = 0
  const task = (type: string) => ({
    taskUid: ++tasks,
    indexUid: "products",
    status: "enqueued",
    type,
    enqueuedAt: new Date().toISOString(),
  })

  const answer = (route: string, body: unknown): unknown => {
    if (route === "PATCH /indexes/products/settings") {
      const said = settings.parse(body)
      filterable = said.filterableAttributes
      sortable = said.sortableAttributes
      return task("settingsUpdate")
    }
    if (route === "POST /indexes/products/documents?primaryKey=id") {
      for (const document of z.array(stored).parse(body)) documents.set(document.id, document)
      return task("documentAdditionOrUpdate")
    }
    if (route === "POST /indexes/products/documents/delete-batch") {
      for (const id of z.array(z.string()).parse(body)) documents.delete(id)
      return task("documentDeletion")
    }
    if (route === "POST /indexes/products/documents/delete") {
      const { filter } = z.strictObject({ filter: z.string() }).parse(body)
      for (const [id, document] of documents) if (isAdmitted(document, filter.split(" AND "), filterable)) documents.delete(id)
      return task("documentDeletion")
    }
    if (route === "POST /multi-search") {
      const results = z
        .strictObject({ queries: z.array(query) })
        .parse(body)
        .queries.map(find)
      // What it objects to is no answer: whoever asked finds its own elsewhere.
      answered++
      return { results }
    }
    const finished = /^GET \/tasks\/(\d+)$/.exec(route)
    if (finished) return { uid: Number(finished[1]), status: "succeeded", type: "documentAdditionOrUpdate", error: null }
    throw new Error(`unexpected ${route}`)
  }

  const find = ({ q, filter, limit, facets = [], sort = [], showMatchesPosition }: z.output<typeof query>) => {
    if (!filter.some((text) => /^tenantId = "ten_[0-9a-z]+"$/.test(text))) throw new Error("a question without its tenant")
    for (const name of sort) if (!sortable.includes(name.split(":")[0] ?? "")) throw new Error(`${name} is not sortable`)
    for (const name of facets) if (!filterable.includes(name)) throw new Error(`${name} is not filterable`)
    const mine = [...documents.values()].filter((document) => isAdmitted(document, filter, filterable))
    const index = createShopIndex(tuningFor())
    index.change(mine.map(productOf), [])
    const { hits, total } = index.find(wishFor(q, { sort: sortOf(sort), limit: 2_400 }))
    const found = hits.flatMap(({ productId, marks }) =>
      mine.filter((one) => one.productId === productId).map((one) => ({ one, marks })),
    )
    return {
      indexUid: "products",
      hits: found.slice(0, limit).map(({ one: { productId, title }, marks }) => ({
        ...{ productId, title },
        ...(showMatchesPosition ? { _matchesPosition: { title: marks.map(({ from, to }) => bytesOf(title, from, to)) } } : {}),
      })),
      ...{ estimatedTotalHits: total, query: q, limit, offset: 0, processingTimeMs: 1 },
      facetDistribution: Object.fromEntries(
        facets.map((name) => [
          name,
          distribution(
            found.map(({ one }) => one),
            name,
          ),
        ]),
      ),
      facetStats: facets.includes("price") && found.length > 0 ? { price: boundsOf(found.map(({ one }) => one.price)) } : {},
    }
  }

  const server = createServer(async (request, response) => {
    try {
      const outcome = answer(`${request.method} ${request.url}`, await bodyOf(request))
      response.setHeader("content-type", "application/json").end(JSON.stringify(outcome))
    } catch (error) {
      response.statusCode = 400
      response.end(JSON.stringify({ message: String(error), code: "bad_request", type: "invalid_request", link: "" }))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    answered: () => answered,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function productOf({
  productId,
  title,
  description,
  categoryName,
  vendor,
  options,
  skus,
  also,
  price,
  isAvailable,
  sold,
}: Stored): ProductDocument {
  const category = categoryName === "" ? null : { slug: categoryName, name: categoryName.replace(/^[^:]*:/, "") }
  return documentFor(productId, {
    ...{ title, description, vendor, category, isAvailable, sold, priceMinor: BigInt(price), skus: [...skus, ...also] },
    options: options.map((pair) => ({ name: "", values: [pair.replace(":", " ")] })),
  })
}

function sortOf([wish]: readonly string[]) {
  const names = {
    "price:asc": "price-asc",
    "price:desc": "price-desc",
    "publishedAt:desc": "newest",
    "sold:desc": "best-selling",
  }
  const found = Object.entries(names).find(([name]) => name === wish)?.[1]
  return searchSorts.find((sort) => sort === found) ?? "relevance"
}

function bytesOf(text: string, from: number, to: number) {
  return { start: Buffer.byteLength(text.slice(0, from)), length: Buffer.byteLength(text.slice(from, to)) }
}

function distribution(found: readonly Stored[], name: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const document of found) {
    const value: unknown = Object.entries(document).find(([known]) => known === name)?.[1]
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== null) counts[String(one)] = (counts[String(one)] ?? 0) + 1
  }
  return counts
}

const boundsOf = (prices: readonly number[]) => ({ min: Math.min(...prices), max: Math.max(...prices) })

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString("utf8"))
}
