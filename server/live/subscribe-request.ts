import { z } from "zod"
import type { SubscribeRequest } from "#server/messages/live.ts"

const id = z.string().min(1).max(64)

const subscription = z.discriminatedUnion("topic", [
  z.object({ topic: z.literal("shop"), variants: z.array(id).max(200).exactOptional() }),
  z.object({ topic: z.literal("product"), id }),
  z.object({ topic: z.literal("order"), id, token: z.string().max(128).exactOptional() }),
  z.object({ topic: z.literal("cart") }),
  z.object({ topic: z.literal("console"), id }),
  z.object({ topic: z.literal("platform") }),
])

export const subscribeRequest: z.ZodType<SubscribeRequest> = z.object({
  subscription,
  since: z.number().int().min(0).max(2_147_483_647).exactOptional(),
})
