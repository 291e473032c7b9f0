import type { Redis } from "ioredis"
import { days } from "#server/kernel/clock.ts"
import { cartKey } from "#server/kernel/tenant-keys.ts"
import { cartLines, isSameLines } from "#server/platform/cart-lines.ts"
import type { CartStore, StoredCart } from "#server/ports/cart-store.ts"

/** One hash per cart, gone 60 days after its last change. Writes compare the revision on the server and set in one step. */
export function createRedisCartStore(redis: Redis): CartStore {
  return {
    find: ({ tenantId }, cartId) => findCart(redis, cartKey(tenantId, cartId), cartId),
    async change({ tenantId }, cartId, change) {
      const key = cartKey(tenantId, cartId)
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        const before = (await findCart(redis, key, cartId)) ?? { id: cartId, lines: [], revision: 0 }
        const lines = change(before.lines)
        if (isSameLines(before.lines, lines)) return before
        const stored = await redis.eval(compareAndSet, 1, key, before.revision, JSON.stringify(lines), timeToLiveMs)
        if (stored === 1) return { id: cartId, lines, revision: before.revision + 1 }
      }
      throw new Error("the cart changes faster than it can be stored")
    },
    async remove({ tenantId }, cartId) {
      await redis.del(cartKey(tenantId, cartId))
    },
  }
}

const timeToLiveMs = days(60)

/** Far more than the tabs of one shopper. */
const mostAttempts = 200

const compareAndSet = `
  local revision = tonumber(redis.call("hget", KEYS[1], "revision") or "0")
  if revision ~= tonumber(ARGV[1]) then return 0 end
  redis.call("hset", KEYS[1], "lines", ARGV[2], "revision", revision + 1)
  redis.call("pexpire", KEYS[1], ARGV[3])
  return 1`

async function findCart(redis: Redis, key: string, id: string): Promise<StoredCart | undefined> {
  const [lines, revision] = await redis.hmget(key, "lines", "revision")
  if (!lines || !revision) return undefined
  return { id, lines: cartLines.parse(JSON.parse(lines)), revision: Number(revision) }
}
