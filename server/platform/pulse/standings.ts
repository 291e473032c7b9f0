import { seconds } from "#server/kernel/clock.ts"
import type { Figures } from "#server/messages/pulse.ts"
import type { Backlog, Sample } from "./sample.ts"

type Standing = Pick<Figures, "visitors" | "sockets" | "held" | "queueDepth" | "queueAgeMs">

/** How things stand, summed over the nodes. */
export interface Standings {
  take(sample: Sample): void
  of(tenantId: string): Standing
  whole(): Standing
  /** Of every shop where something stands. */
  shops(): ReadonlyMap<string, Standing>
  /** Of a node that fell silent nothing is believed any more. */
  forget(nowMs: number): void
  /** How long ago the queues were looked at; null: not lately. */
  silentMs(nowMs: number): number | null
}

interface NodeStanding {
  readonly atMs: number
  readonly shops: ReadonlyMap<string, { readonly visitors: number; readonly sockets: number }>
}

const believedMs = seconds(12)
const nothing: Standing = { visitors: 0, sockets: 0, held: 0, queueDepth: 0, queueAgeMs: 0 }

export function createStandings(): Standings {
  const nodes = new Map<string, NodeStanding>()
  let backlog: { readonly atMs: number; readonly shops: Backlog } | undefined
  /** Rebuilt after a change, so that reading a thousand shops costs a look-up each. */
  let built: { readonly shops: ReadonlyMap<string, Standing>; readonly whole: Standing } | undefined
  const now = () => {
    built ??= build(nodes, backlog?.shops ?? {})
    return built
  }
  return {
    take({ node, at, body }) {
      built = undefined
      const atMs = at.getTime()
      if ("backlog" in body) {
        if (!backlog || backlog.atMs <= atMs) backlog = { atMs, shops: body.backlog }
        return
      }
      const shops = Object.entries(body.readings).flatMap(([tenantId, { visitors = 0, sockets = 0 }]) =>
        visitors + sockets > 0 ? [[tenantId, { visitors, sockets }] as const] : [],
      )
      nodes.set(node, { atMs, shops: new Map(shops) })
    },
    of: (tenantId) => now().shops.get(tenantId) ?? nothing,
    whole: () => now().whole,
    shops: () => now().shops,
    forget(nowMs) {
      for (const [node, { atMs }] of nodes) {
        if (nowMs - atMs <= believedMs) continue
        nodes.delete(node)
        built = undefined
      }
    },
    silentMs: (nowMs) => (backlog ? Math.max(0, nowMs - backlog.atMs) : null),
  }
}

function build(nodes: ReadonlyMap<string, NodeStanding>, backlog: Backlog) {
  const shops = new Map<string, Standing>()
  let whole = nothing
  const put = (tenantId: string, more: Standing) => {
    shops.set(tenantId, sum(shops.get(tenantId) ?? nothing, more))
    whole = sum(whole, more)
  }
  for (const node of nodes.values()) for (const [tenantId, standing] of node.shops) put(tenantId, { ...nothing, ...standing })
  for (const [tenantId, { depth = 0, ageMs = 0, held = 0 }] of Object.entries(backlog))
    put(tenantId, { ...nothing, held, queueDepth: depth, queueAgeMs: ageMs })
  return { shops, whole }
}

function sum(a: Standing, b: Standing): Standing {
  return {
    visitors: a.visitors + b.visitors,
    sockets: a.sockets + b.sockets,
    held: a.held + b.held,
    queueDepth: a.queueDepth + b.queueDepth,
    queueAgeMs: Math.max(a.queueAgeMs, b.queueAgeMs),
  }
}
