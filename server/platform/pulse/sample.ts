import { z } from "zod"

const count = z.number().int().min(0)
const slots = z.array(count).max(512).readonly()

/** What one process says of one shop: counts and durations since its last word, and how things stand. What is absent is nothing. */
const shopReading = z.object({
  refusals: count.exactOptional(),
  faults: count.exactOptional(),
  pages: slots.exactOptional(),
  jobs: slots.exactOptional(),
  visitors: count.exactOptional(),
  sockets: count.exactOptional(),
})
export type ShopReading = z.infer<typeof shopReading>
export type Readings = Readonly<Record<string, ShopReading>>

/** What only the database knows, and one worker asks for everybody. */
const shopBacklog = z.object({
  depth: count.exactOptional(),
  ageMs: count.exactOptional(),
  held: count.exactOptional(),
})
export type ShopBacklog = z.infer<typeof shopBacklog>
export type Backlog = Readonly<Record<string, ShopBacklog>>

export const sampleBody = z.union([
  z.object({ readings: z.record(z.string(), shopReading) }),
  z.object({ backlog: z.record(z.string(), shopBacklog) }),
])
export type SampleBody = { readonly readings: Readings } | { readonly backlog: Backlog }

export interface Sample {
  readonly node: string
  /** Rises by one with each word of that node. */
  readonly n: number
  readonly at: Date
  readonly body: SampleBody
}
