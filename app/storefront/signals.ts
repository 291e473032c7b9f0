import type { ActionFunctionArgs } from "@remix-run/node"
import { isbot } from "isbot"
import { readForm } from "#app/http/read-form.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { recordSignal, signalRequest } from "#server/domain/insights/index.ts"
import { minutes } from "#server/kernel/clock.ts"
import { limitKey } from "#server/kernel/tenant-keys.ts"

const mostPerMinute = 120

/** Takes one anonymous signal of a beacon. Nobody waits for the answer, so it never says more than "heard". */
export async function action({ request, context }: ActionFunctionArgs) {
  const heard = new Response(null, { status: 204 })
  if (request.headers.get("dnt") === "1" || request.headers.get("sec-gpc") === "1") return heard
  if (isbot(request.headers.get("user-agent"))) return heard
  const ctx = tenantOf(context)
  const sent = await readForm({ request, context }, signalRequest, { most: 2_048 })
  if (!sent.ok) return new Response(null, { status: 422 })
  const wait = await ctx.ports.limits.take(limitKey(ctx.tenant.id, "signals", context.clientAddress), mostPerMinute, minutes(1))
  if (wait === 0) await recordSignal(ctx, { ...sent.value, visitorId: context.visitorId })
  return heard
}
