import type { PeerLine } from "#server/ports/peer-line.ts"
import { type NodeWords, readWords } from "./node-words.ts"

/** The web nodes together: how many are where on the others, and how to reach each. */
export interface NodeCircle {
  /** So many are there now, on this node. */
  tell(place: string, count: number): void
  countElsewhere(place: string): number
  /** `host:port`; undefined: no such node is known. */
  addressOf(node: string): string | undefined
  close(): void
}

export interface CircleWish {
  readonly name: string
  readonly line: PeerLine
  /** Undefined while this node does not listen yet. */
  readonly address: () => string | undefined
  /** The count of a place has changed elsewhere. */
  readonly onChange: (place: string) => void
  readonly now?: () => number
}

interface Other {
  nth: number
  address: string | undefined
  heardAt: number
  readonly counts: Map<string, number>
}

const beatMs = 1_000
/** A node that has not been heard for so long is gone, and whoever was on it. */
const patienceMs = 3_500

/**
 * Every second each node says what changed; one that missed something, or is new, asks for the whole. Nothing is stored outside of
 * the nodes, so that there is nothing to clean up after one that died, and nothing to lose with Redis.
 */
export function createNodeCircle({ name, line, address, onChange, now = Date.now }: CircleWish): NodeCircle {
  const own = new Map<string, number>()
  const others = new Map<string, Other>()
  let changed = new Map<string, number>()
  let nth = 0

  const say = (words: NodeWords) => line.say(JSON.stringify(words))
  const whole = () => say({ kind: "whole", node: name, nth, address: address(), counts: [...own] })
  const drop = (node: string) => {
    const other = others.get(node)
    others.delete(node)
    for (const place of other?.counts.keys() ?? []) onChange(place)
  }
  const put = (counts: Map<string, number>, given: readonly (readonly [string, number])[]) => {
    for (const [place, count] of given) {
      if (count > 0) counts.set(place, count)
      else counts.delete(place)
      onChange(place)
    }
  }
  const hearBeat = (words: Extract<NodeWords, { kind: "beat" }>) => {
    const other = others.get(words.node)
    if (!other || words.nth !== other.nth + 1) return say({ kind: "ask", node: name, of: words.node })
    Object.assign(other, { nth: words.nth, heardAt: now(), address: words.address })
    put(other.counts, words.counts)
  }
  const hearWhole = (words: Extract<NodeWords, { kind: "whole" }>) => {
    drop(words.node)
    const counts = new Map<string, number>()
    others.set(words.node, { nth: words.nth, heardAt: now(), address: words.address, counts })
    put(counts, words.counts)
  }
  const stopHearing = line.hear((text) => {
    const words = readWords(text)
    if (!words || words.node === name) return
    if (words.kind === "beat") hearBeat(words)
    else if (words.kind === "whole") hearWhole(words)
    else if (words.kind === "bye") drop(words.node)
    else if (words.of === undefined || words.of === name) whole()
  })

  const beat = () => {
    const counts = [...changed]
    changed = new Map()
    say({ kind: "beat", node: name, nth: ++nth, address: address(), counts })
    for (const [node, { heardAt }] of others) if (now() - heardAt > patienceMs) drop(node)
  }
  const timer = setInterval(beat, beatMs)
  say({ kind: "ask", node: name })
  whole()

  return {
    tell(place, count) {
      if (count > 0) own.set(place, count)
      else own.delete(place)
      changed.set(place, count)
    },
    countElsewhere(place) {
      let sum = 0
      for (const { counts } of others.values()) sum += counts.get(place) ?? 0
      return sum
    },
    addressOf: (node) => others.get(node)?.address,
    close() {
      clearInterval(timer)
      stopHearing()
      say({ kind: "bye", node: name })
    },
  }
}
