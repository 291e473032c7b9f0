import { createServer, type IncomingMessage } from "node:http"
import { z } from "zod"

export interface MeilisearchDouble {
  readonly url: string
  close(): Promise<void>
}

const documents = z.array(
  z.object({
    id: z.string().regex(/^[\w-]{1,511}$/),
    tenantId: z.string(),
    productId: z.string(),
    title: z.string(),
    body: z.string(),
  }),
)
const search = z.object({
  q: z.string(),
  filter: z.string(),
  limit: z.number().int(),
  attributesToRetrieve: z.tuple([z.literal("productId")]),
})
const settings = z.object({
  filterableAttributes: z.array(z.string()),
  searchableAttributes: z.array(z.string()),
  displayedAttributes: z.array(z.string()),
})

/** The few requests that our adapter makes, in Meilisearch's form; finds by substring. Strict: any other request fails. */
export async function startMeilisearchDouble(): Promise<MeilisearchDouble> {
  const stored = new Map<string, z.output<typeof documents>[number]>()
  let filterable: readonly string[] = []
  let tasks = 0
  const task = (type: string) => ({
    taskUid: ++tasks,
    indexUid: "products",
    status: "enqueued",
    type,
    enqueuedAt: new Date().toISOString(),
  })

  const answer = (route: string, body: unknown): unknown => {
    if (route === "PATCH /indexes/products/settings") {
      filterable = settings.parse(body).filterableAttributes
      return task("settingsUpdate")
    }
    if (route === "POST /indexes/products/documents?primaryKey=id") {
      for (const document of documents.parse(body)) stored.set(document.id, document)
      return task("documentAdditionOrUpdate")
    }
    if (route === "POST /indexes/products/documents/delete-batch") {
      for (const id of z.array(z.string()).parse(body)) stored.delete(id)
      return task("documentDeletion")
    }
    if (route === "POST /indexes/products/search") return { hits: find(search.parse(body)) }
    const finished = /^GET \/tasks\/(\d+)$/.exec(route)
    if (finished) return { uid: Number(finished[1]), status: "succeeded", type: "documentAdditionOrUpdate", error: null }
    throw new Error(`unexpected ${route}`)
  }

  const find = ({ q, filter, limit }: z.output<typeof search>) => {
    const tenantId = /^tenantId = "(ten_[0-9a-z]+)"$/.exec(filter)?.[1]
    if (!filterable.includes("tenantId") || tenantId === undefined) throw new Error(`unexpected filter ${filter}`)
    const has = (text: string) => text.toLowerCase().includes(q.toLowerCase())
    const mine = [...stored.values()].filter((document) => document.tenantId === tenantId)
    const hits = [...mine.filter(({ title }) => has(title)), ...mine.filter(({ title, body }) => !has(title) && has(body))]
    return hits.slice(0, limit).map(({ productId }) => ({ productId }))
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
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString("utf8"))
}
