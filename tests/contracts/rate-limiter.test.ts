import { randomBytes } from "node:crypto"
import { Redis } from "ioredis"
import { afterAll, describe, expect, it } from "vitest"
import { seconds } from "#server/kernel/clock.ts"
import { createMemoryRateLimiter } from "#server/platform/limits/memory-limits.ts"
import { createRedisRateLimiter } from "#server/platform/limits/redis-limits.ts"
import type { RateLimiter } from "#server/ports/rate-limiter.ts"

const closing: (() => unknown)[] = []
afterAll(() => {
  for (const close of closing) close()
})

const newKey = () => `limit:test:${randomBytes(6).toString("hex")}`

function limits(open: () => RateLimiter): void {
  it("grants as many as allowed, then says how long to wait", async () => {
    const [limiter, key] = [open(), newKey()]
    const answers = []
    for (let i = 0; i < 5; i++) answers.push(await limiter.take(key, 3, seconds(60)))
    expect(answers.slice(0, 3)).toEqual([0, 0, 0])
    for (const wait of answers.slice(3)) {
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(seconds(60))
    }
  })

  it("grants exactly as many to many at once", async () => {
    const [limiter, key] = [open(), newKey()]
    const answers = await Promise.all(Array.from({ length: 30 }, () => limiter.take(key, 7, seconds(60))))
    expect(answers.filter((wait) => wait === 0)).toHaveLength(7)
  })

  it("counts keys and allowances apart", async () => {
    const [limiter, key] = [open(), newKey()]
    await limiter.take(key, 1, seconds(60))
    expect(await limiter.take(newKey(), 1, seconds(60))).toBe(0)
    expect(await limiter.take(key, 2, seconds(60))).toBe(0)
    expect(await limiter.take(key, 1, seconds(60))).toBeGreaterThan(0)
  })

  it("grants again when the window is over", async () => {
    const [limiter, key] = [open(), newKey()]
    await limiter.take(key, 1, seconds(1))
    const wait = await limiter.take(key, 1, seconds(1))
    await new Promise((resolve) => setTimeout(resolve, wait + 50))
    expect(await limiter.take(key, 1, seconds(1))).toBe(0)
  })
}

describe("limits in memory", () => limits(createMemoryRateLimiter))

const redisUrl = process.env["RIALTO_TEST_REDIS_URL"]

describe.skipIf(!redisUrl)("limits on Redis (skipped unless RIALTO_TEST_REDIS_URL names a server)", () => {
  const connect = (url: string) => {
    const redis = new Redis(url, { maxRetriesPerRequest: 1, retryStrategy: () => null })
    redis.on("error", () => undefined)
    closing.push(() => redis.disconnect())
    return redis
  }
  const ready = redisUrl ? connect(redisUrl) : undefined
  limits(() => createRedisRateLimiter(ready ?? connect("")))

  it("shares its counts between nodes", async () => {
    const key = newKey()
    const nodes = [1, 2].map(() => createRedisRateLimiter(ready ?? connect("")))
    const answers = await Promise.all(nodes.map((node) => node.take(key, 1, seconds(60))))
    expect(answers.filter((wait) => wait === 0)).toHaveLength(1)
  })

  it("counts for itself while Redis is away", async () => {
    const [limiter, key] = [createRedisRateLimiter(connect("redis://127.0.0.1:1")), newKey()]
    expect(await limiter.take(key, 1, seconds(60))).toBe(0)
    expect(await limiter.take(key, 1, seconds(60))).toBeGreaterThan(0)
  })
})
