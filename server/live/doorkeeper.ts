import { LRUCache } from "lru-cache"
import { minutes } from "#server/kernel/clock.ts"
import { limitKey, platformKey } from "#server/kernel/tenant-keys.ts"
import type { RateLimiter } from "#server/ports/rate-limiter.ts"
import { type Allowance, fullPurse, type Purse, spend } from "./allowance.ts"
import type { Guest } from "./guest.ts"

/** Keeps one visitor from taking the place of a whole shop, and one shop from taking that of the others. */
export interface Doorkeeper {
  /** Asked before anything is looked up. Counted over all nodes. */
  mayKnock(site: Guest["site"]): Promise<boolean>
  /** Counted over all nodes; how many are inside, on this one. */
  mayEnter(guest: Guest): Promise<boolean>
  /** Answers what to call when the guest leaves. */
  entered(guest: Guest): () => void
  /** One more question of this visitor, and at this shop. */
  mayAsk(guest: Guest): boolean
}

export const limitsOfDoor = {
  knocksPerSite: 30_000,
  knocksPerVisitor: 300,
  insidePerSite: 25_000,
  insidePerVisitor: 50,
  questionsPerSite: { burst: 6_000, perSecond: 1_500 },
  questionsPerVisitor: { burst: 120, perSecond: 12 },
} as const

export type DoorLimits = {
  readonly [L in keyof typeof limitsOfDoor]: (typeof limitsOfDoor)[L] extends number ? number : Allowance
}

export function createDoorkeeper(limits: RateLimiter, most: DoorLimits = limitsOfDoor, now = Date.now): Doorkeeper {
  const inside = new Map<string, number>()
  const purses = new LRUCache<string, Purse>({ max: 50_000 })
  const isWithin = async (key: string, mostPerMinute: number) => (await limits.take(key, mostPerMinute, minutes(1))) === 0
  const isRoom = (key: string, mostInside: number) => (inside.get(key) ?? 0) < mostInside
  const count = (key: string, change: number) => {
    const left = (inside.get(key) ?? 0) + change
    if (left > 0) inside.set(key, left)
    else inside.delete(key)
  }
  const pays = (key: string, allowance: Allowance) => {
    const purse = purses.get(key) ?? fullPurse(allowance, now())
    purses.set(key, purse)
    return spend(purse, allowance, now())
  }
  return {
    mayKnock: (site) => isWithin(keyOf(site, "knocks"), most.knocksPerSite),
    async mayEnter(guest) {
      const visitor = visitorKey(guest)
      if (!isRoom(keyOf(guest.site), most.insidePerSite)) return false
      if (visitor === undefined) return true
      return isRoom(visitor, most.insidePerVisitor) && (await isWithin(visitor, most.knocksPerVisitor))
    },
    entered(guest) {
      const keys = [keyOf(guest.site), visitorKey(guest) ?? []].flat()
      for (const key of keys) count(key, 1)
      return () => {
        for (const key of keys) count(key, -1)
      }
    },
    mayAsk(guest) {
      const visitor = visitorKey(guest)
      return (visitor === undefined || pays(visitor, most.questionsPerVisitor)) && pays(keyOf(guest.site), most.questionsPerSite)
    },
  }
}

/** For tests and benchmarks that play a crowd from one chair. */
export function createOpenDoor(): Doorkeeper {
  const yes = async () => true
  return { mayKnock: yes, mayEnter: yes, entered: () => () => undefined, mayAsk: () => true }
}

function keyOf(site: Guest["site"], ...parts: string[]): string {
  return site.name === "storefront"
    ? limitKey(site.tenant.id, "live", ...parts)
    : platformKey("limit", site.name, "live", ...parts)
}

/** Undefined: a browser that has no cookie yet; it is counted with the shop alone. */
function visitorKey({ site, session, visitorId }: Guest): string | undefined {
  const who = session?.id ?? visitorId
  return who === "" ? undefined : keyOf(site, "visitor", who)
}
