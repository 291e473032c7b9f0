import { readFileSync } from "node:fs"
import { z } from "zod"
import { buildWorld } from "#prisma/seed/world.ts"
import { collectEvents, type EventKind, eventKinds, type RawEvents } from "#workers/training/events/raw-events.ts"
import type { ProductText } from "#workers/training/models/content.ts"
import { madeUpEvents } from "./recommend-world.ts"

const count = z.number().int().min(1)
export const dataWish = z.union([
  z.object({ shop: z.string() }),
  z.object({ file: z.string() }),
  z.object({ visitors: count, products: count, events: count, seed: z.number().int() }),
])
export type DataWish = z.infer<typeof dataWish>

export interface BenchData {
  readonly ids: readonly string[]
  readonly texts: readonly ProductText[]
  readonly raw: RawEvents
}

const nameless: ProductText = { title: "", description: "", category: "", vendor: "", options: [], priceMinor: 0 }

export async function dataOf(wish: DataWish): Promise<BenchData> {
  if ("shop" in wish) return seededShop(wish.shop)
  if ("file" in wish) return readEvents(readFileSync(wish.file, "utf8"))
  const raw = madeUpEvents(wish)
  const ids = Array.from({ length: wish.products }, (_, at) => `prd_${at}`)
  return { ids, texts: ids.map(() => nameless), raw }
}

/** A shop of the seed, as `npm start` would fill it today. */
async function seededShop(slug: string): Promise<BenchData> {
  const world = await buildWorld({ seedNumber: 1, apexHost: "localhost", now: new Date("2026-11-01T12:00:00Z") })
  const shop = world.shops.find(({ source }) => source.slug === slug)
  if (!shop) throw new Error(`the seed has no shop ${slug}`)
  const products = shop.products.filter(({ publishedAt }) => publishedAt !== undefined)
  const events = collectEvents(products.map(({ id }) => id))
  for (const row of world.tables.signal) {
    if (row["tenant_id"] !== shop.tenantId || typeof row["product_id"] !== "string") continue
    const at = row["at"]
    if (at instanceof Date) events.add(String(row["visitor_id"]), row["product_id"], kindOf(String(row["kind"])), at.getTime())
  }
  const texts = products.map(({ source, categoryName, variants }) => ({
    title: source.title,
    description: source.description,
    category: categoryName,
    vendor: source.vendor ?? "",
    options: [],
    priceMinor: Number(variants[0]?.priceMinor ?? 0n),
  }))
  return { ids: products.map(({ id }) => id), texts, raw: events.done() }
}

/** CSV: user,item,event,timestamp, with or without a line of headings; timestamps in seconds, in milliseconds or as dates. */
export function readEvents(text: string): BenchData {
  const rows = text.split(/\r?\n/).flatMap((line) => {
    const [user, item, event, timestamp] = line.split(",").map((cell) => cell.trim().replace(/^"|"$/g, ""))
    const at = momentOf(timestamp ?? "")
    return user && item && Number.isFinite(at) ? [{ user, item, event: event ?? "", at }] : []
  })
  const ids = [...new Set(rows.map(({ item }) => item))]
  const events = collectEvents(ids)
  for (const { user, item, event, at } of rows) events.add(user, item, kindOf(event), at)
  return { ids, texts: ids.map(() => nameless), raw: events.done() }
}

function momentOf(text: string): number {
  const value = Number(text)
  if (text === "") return Number.NaN
  if (!Number.isFinite(value)) return Date.parse(text)
  return value < 1e11 ? value * 1_000 : value
}

const otherNames: Readonly<Record<string, EventKind>> = {
  addtocart: "cart",
  add_to_cart: "cart",
  transaction: "purchase",
  buy: "purchase",
  remove: "removal",
}

/** What is not known is taken for a look. */
function kindOf(name: string): EventKind {
  const known = name.toLowerCase()
  return eventKinds.find((kind) => kind === known) ?? otherNames[known] ?? "view"
}
