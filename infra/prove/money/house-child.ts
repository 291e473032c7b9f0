import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { z } from "zod"
import { systemClock } from "#server/kernel/clock.ts"
import { silentLog } from "#server/kernel/log.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { takeReport } from "#server/domain/payments/index.ts"
import { isRefusal } from "#server/messages/refusals.ts"
import { startWorkers } from "#workers/index.ts"
import { errands } from "./errands.ts"
import { openMoneyHouse } from "./money-house.ts"

/** The web or the worker in a process of its own, to be killed. */
const wish = z
  .object({
    role: z.enum(["web", "worker"]),
    port: z.number(),
    appUrl: z.string(),
    platformUrl: z.string(),
    apiBase: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"))
const house = openMoneyHouse(wish)

if (wish.role === "worker") {
  const { platform, ports, tenancy } = house
  const parts = { platform, ports, tenancy, platformDatabaseUrl: wish.platformUrl, redisUrl: undefined }
  await startWorkers({ ...parts, clock: systemClock, bus: createInProcessBus(), log: silentLog })
} else {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(wish.port, "127.0.0.1", resolve))
}
process.on("disconnect", () => process.exit(0))
process.send?.("ready")

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = await read(request)
    if (request.url === "/webhooks/stripe") return void response.writeHead(await takeMessage(request, body)).end()
    const errand = z.enum(["order", "look", "ask", "cancel", "refund"]).parse((request.url ?? "").slice(1))
    send(response, 200, await errands[errand](house, JSON.parse(body.toString())))
  } catch (error) {
    send(response, isRefusal(error) ? 409 : 500, { error: isRefusal(error) ? error.code : String(error) })
  }
}

async function takeMessage(request: IncomingMessage, body: Buffer): Promise<number> {
  const report = house.ports.payments.verifyEvent(body, String(request.headers["stripe-signature"] ?? ""))
  if (report === undefined) return 400
  if (report === "unrelated") return 200
  return (await takeReport(await house.shop(report.tenantId), report)) ? 200 : 400
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" })
  response.end(JSON.stringify(body, (_, value) => (typeof value === "bigint" ? value.toString() : value)))
}
