import { randomBytes } from "node:crypto"
import { Redis } from "ioredis"
import { afterAll, describe, expect, it } from "vitest"
import { openDatabase } from "#prisma/client.ts"
import { createTenancy } from "#prisma/tenancy.ts"
import type { Asker } from "#server/kernel/asker.ts"
import { days } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { cartKey } from "#server/kernel/tenant-keys.ts"
import { createPostgresCartStore } from "#server/platform/postgres/cart-store.ts"
import { createRedisCartStore } from "#server/platform/redis/cart-store.ts"
import type { CartLine, CartStore } from "#server/ports/cart-store.ts"
import { createDatabase } from "#tests/support/database.ts"
import { memoryCarts } from "#tests/support/doubles/memory-carts.ts"

const closing: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

const anybody = (): Asker => ({ tenantId: newId("tenant"), isGuest: true })

const plus = (variantId: string) => (lines: readonly CartLine[]) => {
  const had = lines.find((line) => line.variantId === variantId)?.quantity ?? 0
  return [...lines.filter((line) => line.variantId !== variantId), { variantId, quantity: had + 1 }]
}

function keepsCarts(open: () => Promise<CartStore>): void {
  const opened = open()
  const [tenant, stranger] = [anybody(), anybody()]

  it("knows no cart before something is in it", async () => {
    const store = await opened
    expect(await store.find(tenant, newId("cart"))).toBeUndefined()
  })

  it("keeps lines in order and counts revisions up", async () => {
    const [store, id] = [await opened, newId("cart")]
    await store.change(tenant, id, plus("var_b"))
    const cart = await store.change(tenant, id, plus("var_a"))
    expect(cart).toEqual({
      id,
      revision: 2,
      lines: [
        { variantId: "var_b", quantity: 1 },
        { variantId: "var_a", quantity: 1 },
      ],
    })
    expect(await store.find(tenant, id)).toEqual(cart)
  })

  it("writes nothing when nothing changes", async () => {
    const [store, id] = [await opened, newId("cart")]
    const cart = await store.change(tenant, id, plus("var_a"))
    expect(await store.change(tenant, id, (lines) => [...lines])).toEqual(cart)
    expect(await store.change(tenant, newId("cart"), () => [])).toMatchObject({ lines: [], revision: 0 })
  })

  it("counts on after a cart was emptied", async () => {
    const [store, id] = [await opened, newId("cart")]
    await store.change(tenant, id, plus("var_a"))
    expect(await store.change(tenant, id, () => [])).toEqual({ id, lines: [], revision: 2 })
    expect(await store.change(tenant, id, plus("var_a"))).toMatchObject({ revision: 3 })
  })

  it("keeps every one of many changes at once", async () => {
    const [store, id] = [await opened, newId("cart")]
    await Promise.all(Array.from({ length: 20 }, (_, i) => store.change(tenant, id, plus(`var_${i % 4}`))))
    const cart = await store.find(tenant, id)
    expect(cart?.revision).toBe(20)
    expect(cart?.lines.map(({ quantity }) => quantity)).toEqual([5, 5, 5, 5])
  })

  it("lets a refusal through and keeps the cart", async () => {
    const [store, id] = [await opened, newId("cart")]
    const cart = await store.change(tenant, id, plus("var_a"))
    const refusing = store.change(tenant, id, () => {
      throw new Error("no")
    })
    await expect(refusing).rejects.toThrow("no")
    expect(await store.find(tenant, id)).toEqual(cart)
  })

  it("forgets a removed cart", async () => {
    const [store, id] = [await opened, newId("cart")]
    await store.change(tenant, id, plus("var_a"))
    await store.remove(tenant, id)
    expect(await store.find(tenant, id)).toBeUndefined()
  })

  it("never shows one shop's cart to another, under the same id", async () => {
    const [store, id] = [await opened, newId("cart")]
    const cart = await store.change(tenant, id, plus("var_a"))
    expect(await store.find(stranger, id)).toBeUndefined()
    await store.change(stranger, id, plus("var_b"))
    await store.remove(stranger, id)
    expect(await store.find(tenant, id)).toEqual(cart)
  })
}

describe("carts in memory", () => keepsCarts(async () => memoryCarts()))

describe("carts on PostgreSQL", () =>
  keepsCarts(async () => {
    const database = await createDatabase()
    const app = openDatabase({ url: database.appUrl, poolSize: 4, applicationName: "test-carts" })
    closing.push(
      () => database.drop(),
      () => app.close(),
    )
    return createPostgresCartStore(createTenancy(app))
  }))

const redisUrl = process.env["RIALTO_TEST_REDIS_URL"]

describe.skipIf(!redisUrl)("carts on Redis (skipped unless RIALTO_TEST_REDIS_URL names a server)", () => {
  const connect = () => {
    const redis = new Redis(redisUrl ?? "", { keyPrefix: `t-${randomBytes(4).toString("hex")}:` })
    closing.push(() => redis.quit())
    return redis
  }
  keepsCarts(async () => createRedisCartStore(connect()))

  it("keeps a cart for 60 days from its last change", async () => {
    const [redis, tenant, id] = [connect(), anybody(), newId("cart")]
    await createRedisCartStore(redis).change(tenant, id, plus("var_a"))
    const left = await redis.pttl(cartKey(tenant.tenantId, id))
    expect(left).toBeGreaterThan(days(59))
    expect(left).toBeLessThanOrEqual(days(60))
  })
})
