import { z } from "zod"
import type { SubscribeRequest } from "#server/messages/live.ts"
import { boardSorts, boardStates } from "#server/messages/pulse.ts"

const id = z.string().min(1).max(64)

const view = z.object({
  sort: z.enum(boardSorts),
  down: z.boolean(),
  text: z.string().max(80),
  state: z.enum(boardStates),
  alerts: z.boolean(),
  page: z.number().int().min(1).max(10_000),
})

const subscription = z.discriminatedUnion("topic", [
  z.object({ topic: z.literal("shop"), variants: z.array(id).max(200).exactOptional() }),
  z.object({ topic: z.literal("product"), id }),
  z.object({ topic: z.literal("order"), id, token: z.string().max(128).exactOptional() }),
  z.object({ topic: z.literal("cart") }),
  z.object({ topic: z.literal("console"), id }),
  z.object({ topic: z.literal("platform"), view: view.exactOptional() }),
  z.object({ topic: z.literal("watch"), id }),
])

export const subscribeRequest: z.ZodType<SubscribeRequest> = z.object({
  subscription,
  since: z.number().int().min(0).max(2_147_483_647).exactOptional(),
})
