import { z } from "zod"

/** What a child is told when it starts. */
export const childWish = z.object({
  role: z.enum(["web", "worker"]),
  name: z.string(),
  appUrl: z.string(),
  platformUrl: z.string(),
  /** By how much its clock is ahead. */
  aheadMs: z.number(),
})
export type ChildWish = z.infer<typeof childWish>

const line = z.object({ variantId: z.string(), quantity: z.number() })
const shop = z.object({ tenantId: z.string() })

/** What a child can be asked for. */
export const errand = z.discriminatedUnion("do", [
  shop.extend({
    do: z.literal("buy"),
    cartId: z.string(),
    lines: z.array(line),
    shippingMethodId: z.string(),
    fate: z.enum(["left", "cancelled", "paid"]),
    pauseMs: z.number(),
  }),
  shop.extend({ do: z.literal("abandon"), cartId: z.string(), lines: z.array(line) }),
  shop.extend({ do: z.literal("receive"), variantId: z.string(), pieces: z.number(), locationId: z.string() }),
  shop.extend({
    ...{ do: z.literal("transfer"), variantId: z.string(), pieces: z.number(), fromId: z.string(), toId: z.string() },
  }),
  shop.extend({ do: z.literal("limit"), variantId: z.string(), limit: z.number() }),
  z.object({ do: z.literal("set-clock"), aheadMs: z.number() }),
])
export type Errand = z.infer<typeof errand>

export const request = z.object({ id: z.number(), errand })

/** `refused`: the business's no. `fault`: anything else that a caller would have seen. */
export const answer = z.object({
  id: z.number(),
  ending: z.discriminatedUnion("is", [
    z.object({ is: z.literal("done"), orderId: z.string().optional() }),
    z.object({ is: z.literal("refused"), code: z.string() }),
    z.object({ is: z.literal("fault"), said: z.string() }),
  ]),
})
export type Ending = z.infer<typeof answer>["ending"] | { readonly is: "lost" }
