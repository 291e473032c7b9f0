import { z } from "zod"

/** `shown` and `picked` tell of recommendations; `dwell` is a long look. */
export const signalKinds = ["view", "dwell", "cart", "removal", "search", "purchase", "shown", "picked"] as const
export type SignalKind = (typeof signalKinds)[number]

/** What a browser may tell; purchases are told by orders alone. */
export const signalRequest = z.object({
  kind: z.enum(["view", "dwell", "cart", "removal", "search", "shown", "picked"]),
  productId: z.string().max(64).nullable().default(null),
  /** What was searched for; where a recommendation was. */
  detail: z.string().trim().max(200).default(""),
})
export const signalRequests = z.array(signalRequest).max(20)

/** One thing that a visitor did. Carries no name and no address. */
export interface VisitorSignal {
  readonly visitorId: string
  readonly kind: SignalKind
  readonly productId: string | null
  readonly detail?: string
}
