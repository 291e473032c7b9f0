import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as keys from "#server/kernel/tenant-keys.ts"
import { rooms } from "#server/live/rooms.ts"

interface Source {
  readonly path: string
  readonly text: string
}

function sources(...rooms: readonly string[]): Source[] {
  return rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" })
      .map((name) => join(room, name))
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|prisma\/generated|prisma\/seed/.test(path))
      .map((path) => ({ path, text: readFileSync(path, "utf8") })),
  )
}

/** Template texts that a tag does not read, with what is put into them. */
const template = /(?<![\w>\]`])`((?:[^`\\]|\\.)*)`/g
/** Names that a builder made may be parts of longer ones. */
const built = new RegExp(`\\$\\{(${Object.keys(keys).join("|")})\\([^()]*\\)\\}`, "g")
const naming = /\$\{[^}]*\b(tenantId|tenant\.id|shop\.id)\b[^}]*\}/

/** Where a name with a tenant in it is made, and why it may be. */
const makers: readonly (readonly [path: RegExp, text: RegExp])[] = [
  [/^server\/kernel\/tenant-keys\.ts$/, /./],
  // Addresses are not keys: what is asked there is admitted there.
  [/^app\//, /^(\$\{[\w.]*origin\})?\/[a-z]/],
  // A list's key within one page.
  [/^app\/market\/market-card\.ts$/, /^\$\{shop\.tenantId\}\/\$\{product\.id\}$/],
  [/^app\/admin\/money\/position-table\.tsx$/, /^\$\{tenantId\} \$\{owed\.currency\}$/],
]

function offences({ path, text }: Source): string[] {
  return [...text.matchAll(template)]
    .map(([, inner = ""]) => inner)
    .filter(
      (inner) =>
        naming.test(inner.replaceAll(built, "")) && !makers.some(([where, what]) => where.test(path) && what.test(inner)),
    )
    .map((inner) => `${path} makes a name of a tenant by hand: ${inner.slice(0, 100)}`)
}

describe("names with a tenant in them", () => {
  it("are made by the builders alone", () => {
    const read = sources("server", "workers", "prisma", "app")
    expect(read.length).toBeGreaterThan(300)
    expect(read.flatMap(offences)).toEqual([])
  })

  it("are missed where they are made by hand", () => {
    const found = (text: string) => offences({ path: "server/live/rooms.ts", text })
    expect(found("const room = `room:${tenantId}:shop`")).toHaveLength(1)
    expect(found("cache.get(`${ctx.tenant.id}/page`)")).toHaveLength(1)
    expect(found("sql`select 1 where tenant_id = ${tenantId}`")).toEqual([])
  })

  it("are not put together with a plus either", () => {
    const added = sources("server", "workers", "prisma").filter(({ text }) =>
      /(tenantId|tenant\.id)\s*\+\s*["'`]|["'`]\s*\+\s*(\w+\.)*(tenantId|tenant\.id)\b/.test(text),
    )
    expect(added.map(({ path }) => path)).toEqual([])
  })

  it("name every room, cart and limit: no literal does", () => {
    const literal =
      /(?<!cookies)\.(join|to|in|leave|get|set|del|take|hget|hset|eval|incr|publish|subscribe)\(\s*(["'`])(room|cart|cache|limit|shop|product|order|console)\b/
    const found = sources("server/live", "server/platform", "server/http", "workers").filter(({ text }) => literal.test(text))
    expect(found.map(({ path }) => path)).toEqual([])
  })
})

describe("each builder", () => {
  const tenant = "ten_0a1b"
  const made = {
    cacheKey: (id: string) => keys.cacheKey(id, "a", "b"),
    cartKey: (id: string) => keys.cartKey(id, "crt_1"),
    limitKey: (id: string) => keys.limitKey(id, "a", "b"),
    lockName: (id: string) => keys.lockName(id, "a", "b"),
    roomName: (id: string) => keys.roomName(id, "a", "b"),
    filePath: (id: string) => keys.filePath(id, "a.webp"),
    searchDocumentId: (id: string) => keys.searchDocumentId(id, "prd_1"),
    searchFilter: (id: string) => keys.searchFilter(id),
    mailName: (id: string) => keys.mailName(id, "receipt.ord_1"),
    "surrogate.shop": (id: string) => keys.surrogate.shop(id),
    "surrogate.product": (id: string) => keys.surrogate.product(id, "prd_1"),
  }

  it.each(Object.entries(made))("%s tells two tenants apart and takes nothing for one", (_name, make) => {
    expect(make(tenant)).toContain(tenant)
    expect(make(tenant)).not.toBe(make("ten_0a1c"))
    for (const none of ["", "undefined", "shop", "../ten_0a1b"]) expect(() => make(none)).toThrow()
  })

  it("keeps its parts apart, whatever stands in them", () => {
    for (const make of [keys.cacheKey, keys.limitKey, keys.lockName, keys.roomName]) {
      const names = [
        make(tenant, "a", "b"),
        make(tenant, "a:b"),
        make(tenant, "a", "b", ""),
        make(tenant, "a%3Ab"),
        make(tenant, "b", "a"),
      ]
      expect(new Set(names).size).toBe(names.length)
    }
    expect(
      new Set([keys.cacheKey(tenant, "x"), keys.cartKey(tenant, "x"), keys.limitKey(tenant, "x"), keys.roomName(tenant, "x")])
        .size,
    ).toBe(4)
    expect(keys.platformKey("room", tenant)).not.toBe(keys.roomName(tenant))
  })

  it("gives every order, product and shop a room of its own", () => {
    const names = ["ten_a", "ten_b"].flatMap((id) => [
      ...[
        rooms.shop(id),
        rooms.console(id, "owner"),
        rooms.console(id, "clerk"),
        rooms.host(id),
        rooms.order(id, "ord_1"),
        rooms.order(id, "ord_2"),
      ],
      ...[rooms.product(id, "ord_1"), rooms.product(id, "prd_2"), rooms.cart(id, "ord_1")],
    ])
    expect(new Set([...names, rooms.board("ten_a"), rooms.watched("ten_a")]).size).toBe(names.length + 2)
  })

  it("keeps a file within its tenant's folder", () => {
    for (const name of ["../ten_0a1c/a.webp", "a/b", "", ".", "..", "a\\b", "/etc/passwd"])
      expect(() => keys.filePath(tenant, name)).toThrow()
  })
})
