import { once } from "node:events"
import { readFileSync } from "node:fs"
import { setTimeout as pause } from "node:timers/promises"
import WebSocket from "ws"
import { z } from "zod"
import { commitStockMoves, monotonicMs, type Variant } from "./commits.ts"
import { cpuSeconds } from "./cpu-clock.ts"
import { type Heard, openCrowd } from "./crowd.ts"
import { openChild } from "./in-child.ts"
import { type Latencies, latenciesOf, rounded } from "./latencies.ts"
import type { Product } from "./product.ts"

export interface CrowdFigures extends Latencies {
  readonly sockets: number
  readonly messages: number
  readonly missing: number
  /** Of the server's memory, what each page made it grow by while nothing happened, in KB of 1,024 bytes. */
  readonly idleKb: number
  readonly cpuPer1000: number
  readonly messagesPerCpuSecond: number
  readonly commit: Latencies
}

interface CrowdMeasure {
  readonly sockets: number
  readonly everyMs: number
  readonly count: number
}

const warmUps = 5
/** What opening left behind is let go of. */
const restMs = 5_000

interface Sent {
  readonly revision: number
  readonly sentAt: number
}

export async function measureCrowd(product: Product, variant: Variant, wish: CrowdMeasure): Promise<CrowdFigures> {
  const { port, shop, pid } = product
  const place = { kind: "product", port, host: shop.host, productId: variant.productId, variantId: variant.id } as const
  // Whatever is loaded by the first page is not the second one's cost.
  await (await openCrowd(place, 20)).end()
  await pause(restMs)
  const before = residentKb(pid)
  const crowd = await openCrowd(place, wish.sockets)
  await pause(restMs)
  const idleKb = (residentKb(pid) - before) / wish.sockets
  await commitStockMoves(product, variant, warmUps, wish.everyMs)
  await crowd.hear()
  const cpu = cpuSeconds(pid)
  const commits = await commitStockMoves(product, variant, wish.count, wish.everyMs)
  const figures = figuresOf(commits, await crowd.hear(), { ...wish, idleKb, cpuUsed: cpuSeconds(pid) - cpu })
  await crowd.end()
  return { ...figures, commit: latenciesOf(commits.map(({ tookMs }) => tookMs)) }
}

/** The same with nothing but `ws` at both ends: no rooms, no names, no log. */
export async function measureBareCrowd(wish: CrowdMeasure): Promise<CrowdFigures> {
  const server = openChild("bare-broadcast.ts", {}, (text) => z.object({ port: z.number() }).parse(text))
  try {
    const { port } = await server.next(60_000)
    const place = { kind: "bare", port, host: "", productId: "", variantId: "" } as const
    await (await openCrowd(place, 20)).end()
    await pause(restMs)
    const before = residentKb(server.pid)
    const crowd = await openCrowd(place, wish.sockets)
    await pause(restMs)
    const idleKb = (residentKb(server.pid) - before) / wish.sockets
    const speaker = new WebSocket(`ws://127.0.0.1:${port}`)
    await once(speaker, "open")
    await speak(speaker, warmUps, wish.everyMs, 0)
    await crowd.hear()
    const cpu = cpuSeconds(server.pid)
    const sent = await speak(speaker, wish.count, wish.everyMs, warmUps)
    const figures = figuresOf(sent, await crowd.hear(), { ...wish, idleKb, cpuUsed: cpuSeconds(server.pid) - cpu })
    speaker.close()
    await crowd.end()
    return { ...figures, commit: { p50: 0, p95: 0, p99: 0 } }
  } finally {
    await server.end()
  }
}

async function speak(speaker: WebSocket, count: number, everyMs: number, after: number): Promise<Sent[]> {
  const sent: Sent[] = []
  for (let nth = 1; nth <= count; nth++) {
    await pause(everyMs)
    const revision = after + nth
    sent.push({ revision, sentAt: monotonicMs() })
    speaker.send(JSON.stringify({ room: "x".repeat(70), revision, messages: ["x".repeat(170)] }))
  }
  return sent
}

interface Costs extends CrowdMeasure {
  readonly idleKb: number
  readonly cpuUsed: number
}

/** A revision that was overtaken within the same tick is not missing: the newer one says all. */
function figuresOf(sent: readonly Sent[], { times }: Heard, { sockets, idleKb, cpuUsed }: Costs): Omit<CrowdFigures, "commit"> {
  const millis: number[] = []
  let missing = 0
  for (const { revision, sentAt } of sent) {
    const heard = times.get(revision) ?? times.get(revision + 1) ?? []
    missing += Math.max(0, sockets - heard.length)
    for (const time of heard) millis.push(time - sentAt)
  }
  const messages = millis.length
  return {
    ...latenciesOf(millis),
    ...{ sockets, messages, missing, idleKb: rounded(idleKb, 1) },
    cpuPer1000: rounded((cpuUsed / Math.max(1, messages)) * 1_000, 3),
    messagesPerCpuSecond: Math.round(messages / Math.max(0.01, cpuUsed)),
  }
}

function residentKb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0)
}
