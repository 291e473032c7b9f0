import { z } from "zod"
import { cpuSeconds, familyCpuSeconds } from "./cpu-clock.ts"
import { askChild, openChild } from "./in-child.ts"
import { latenciesOf, rounded } from "./latencies.ts"

export interface PageLoad {
  readonly port: number
  readonly host: string
  readonly path: string
  readonly connections: number
  readonly forMs: number
}

export interface PageFigures {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly requests: number
  /** Of the server's process and of the database's processes. */
  readonly cpuPer1000: number
  readonly databaseCpuPer1000: number
  readonly bytes: number
}

const outcome = z.object({
  ...{ requests: z.number(), seconds: z.number(), bytes: z.number() },
  ...{ statuses: z.record(z.string(), z.number()), millis: z.instanceof(Float64Array) },
})

/** Loads one page from a process of its own. @throws Error when an answer was anything but 200 */
export async function loadPage(load: PageLoad, serverPid: number, databasePid?: number): Promise<PageFigures> {
  const cpu = cpuSeconds(serverPid)
  const databaseCpu = databasePid === undefined ? 0 : familyCpuSeconds(databasePid)
  const said = await askChild("pages.ts", { ...load, most: 1_000_000 }, (text) => outcome.parse(text), load.forMs + 30_000)
  if (Object.keys(said.statuses).some((status) => status !== "200"))
    throw new Error(`${load.path} answered ${JSON.stringify(said.statuses)}`)
  const per1000 = (used: number) => rounded((used / said.requests) * 1_000, 3)
  const { p50, p95 } = latenciesOf([...said.millis])
  return {
    perSecond: rounded(said.requests / said.seconds, 1),
    ...{ p50, p95, requests: said.requests },
    cpuPer1000: per1000(cpuSeconds(serverPid) - cpu),
    databaseCpuPer1000: databasePid === undefined ? 0 : per1000(familyCpuSeconds(databasePid) - databaseCpu),
    bytes: Math.round(said.bytes / said.requests),
  }
}

/** A bare Node server that answers the very bytes that the product answered. */
export async function loadBarePage(
  like: { headers: [string, string][]; body: Uint8Array },
  load: Omit<PageLoad, "port">,
): Promise<PageFigures> {
  const server = openChild("bare-server.ts", like, (said) => z.object({ port: z.number() }).parse(said))
  try {
    const { port } = await server.next(20_000)
    await loadPage({ ...load, port, forMs: 500 }, server.pid)
    return await loadPage({ ...load, port }, server.pid)
  } finally {
    await server.end()
  }
}
