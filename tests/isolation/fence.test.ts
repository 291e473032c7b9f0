import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { branded } from "#server/kernel/brand.ts"
import type { Sql } from "#prisma/sql.ts"
import type { TenantRows } from "#prisma/tenancy.ts"
import { openTwoShops, type TwoShops } from "./two-shops.ts"

let shops: TwoShops
beforeAll(async () => {
  shops = await openTwoShops()
})
afterAll(() => shops.close())

type Loose = Record<string, Record<string, (args: unknown) => Promise<unknown>>>

describe("a tenant's unit of work", () => {
  it("sees its own rows only, by rows and by SQL, with forty at once", async () => {
    const { tenancy, a, b } = shops
    const seen = await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? a : b)).map((tenantId) =>
        tenancy.read(tenantId, async ({ rows, sql }) => {
          const [many, first, raw] = await Promise.all([
            rows.category.findMany({ include: { products: true } }),
            rows.product.findFirst({ where: { slug: "same" }, include: { category: true } }),
            sql<{ name: string }>`select name from category where tenant_id = ${tenantId}`,
          ])
          const names = [
            ...many.flatMap((c) => [c.name, ...c.products.map((p) => p.title)]),
            first?.title,
            first?.category?.name,
            ...raw.map((r) => r.name),
          ]
          return names.length >= 5 && names.every((name) => name === tenantId)
        }),
      ),
    )
    expect(seen).toEqual(seen.map(() => true))
  })

  it("cannot be told of a foreign row by asking for it", async () => {
    const { tenancy, a, b } = shops
    const answers = await tenancy.read(a, async ({ rows }) => ({
      byTenant: await rows.category.findMany({ where: { tenantId: b } }),
      either: await rows.category.findMany({ where: { OR: [{ tenantId: b }, { name: b }] } }),
      counted: await rows.category.count({ where: { name: b } }),
    }))
    expect(answers).toEqual({ byTenant: [], either: [], counted: 0 })
  })

  it("cannot change a foreign row", async () => {
    const { tenancy, platform, a, b } = shops
    const changed = await tenancy.transact(a, async ({ rows }) => [
      (await rows.category.updateMany({ where: { tenantId: b }, data: { name: "mine" } })).count,
      (await rows.product.deleteMany({ where: { title: b } })).count,
    ])
    expect(changed).toEqual([0, 0])
    expect(await platform.read(({ rows }) => rows.category.findMany({ where: { tenantId: b }, select: { name: true } }))).toEqual(
      [{ name: b }],
    )
  })

  it.each([
    [
      "a row of another tenant",
      (rows: Loose, b: string) => rows.category?.create?.({ data: { tenantId: b, id: "cat_x", slug: "x", name: "x" } }),
    ],
    [
      "a nested connect",
      (rows: Loose, b: string) =>
        rows.product?.create?.({
          data: { id: "prd_x", slug: "x", title: "x", category: { connect: { tenantId_id: { tenantId: b, id: "cat_same" } } } },
        }),
    ],
    ["a change of tenant", (rows: Loose, b: string) => rows.category?.updateMany?.({ where: {}, data: { tenantId: b } })],
    [
      "a unique look-up",
      (rows: Loose, b: string) => rows.category?.findUnique?.({ where: { tenantId_id: { tenantId: b, id: "cat_same" } } }),
    ],
    [
      "an upsert",
      (rows: Loose, b: string) =>
        rows.category?.upsert?.({ where: { tenantId_id: { tenantId: b, id: "x" } }, create: {}, update: {} }),
    ],
    [
      "rows of another tenant in a list",
      (rows: Loose, b: string) => rows.category?.createMany?.({ data: [{ tenantId: b, id: "cat_x", slug: "x", name: "x" }] }),
    ],
    [
      "a nested connect in a list",
      (rows: Loose, b: string) =>
        rows.product?.createMany?.({
          data: [{ id: "prd_x", slug: "x", title: "x", category: { connect: { tenantId_id: { tenantId: b, id: "cat_same" } } } }],
        }),
    ],
    ["a platform table", (rows: Loose) => rows.account?.findMany?.({})],
  ])("refuses %s in the Prisma layer", async (_what, attempt) => {
    const { tenancy, a, b } = shops
    await expect(tenancy.transact(a, async ({ rows }) => attempt(branded<Loose>(rows), b))).rejects.toThrow(
      /tenant|scoped|platform|column/,
    )
  })

  it.each([
    ["forgets the tenant", (sql: Sql) => sql`select name from category`],
    [
      "forgets it in a join",
      (sql: Sql, a: string) => sql`select c.name from category c join product p on p.category_id = c.id where p.tenant_id = ${a}`,
    ],
    ["compares it with itself", (sql: Sql) => sql`select name from category where tenant_id = tenant_id`],
    [
      "names another tenant",
      (sql: Sql, a: string, b: string) => sql`insert into category (tenant_id, id, slug, name) values (${b}, 'cat_q', 'q', ${a})`,
    ],
    ["renames the tenant", (sql: Sql, a: string) => sql`select set_config('rialto.tenant', ${a}, false)`],
    ["leaves the transaction", (sql: Sql) => sql`commit`],
  ])("refuses SQL that %s", async (_what, attempt) => {
    const { tenancy, a, b } = shops
    await expect(tenancy.transact(a, ({ sql }) => attempt(sql, a, b))).rejects.toThrow(/tenant/)
  })

  it.each(["cursor", "nested cursor"])("refuses a foreign %s", async (where) => {
    const { tenancy, a, b } = shops
    const cursor = { tenantId_id: { tenantId: b, id: where === "cursor" ? "cat_same" : "prd_same" } }
    const ask = tenancy.read<unknown>(a, ({ rows }) =>
      where === "cursor" ? rows.category.findMany({ cursor }) : rows.category.findMany({ include: { products: { cursor } } }),
    )
    await expect(ask).rejects.toThrow(/cursor/)
  })

  it("lends its handles to no other unit of work", async () => {
    const { tenancy, platform, a, b } = shops
    const borrowed = (run: (lent: TenantRows) => Promise<unknown>) => [
      tenancy.read(a, (lent) => tenancy.read(b, () => run(lent))),
      tenancy.read(a, (lent) => platform.read(() => run(lent))),
    ]
    const tried = [
      ...borrowed(({ rows }) => rows.category.findMany()),
      ...borrowed(({ sql }) => sql`select name from category where tenant_id = ${a}`),
    ]
    const refused = { status: "rejected", reason: { message: expect.stringContaining("belongs to another") } }
    expect(await Promise.allSettled(tried)).toMatchObject(tried.map(() => refused))
  })

  it("cannot point at a foreign row", async () => {
    const { tenancy, platform, a, b } = shops
    await platform.transact(({ rows }) =>
      rows.category.create({ data: { tenantId: b, id: "cat_only_b", slug: "only", name: b } }),
    )
    await expect(
      tenancy.transact(a, ({ rows, tenantId }) =>
        rows.product.create({ data: { tenantId, id: "prd_y", slug: "y", title: "y", categoryId: "cat_only_b" } }),
      ),
    ).rejects.toThrow(/[Ff]oreign key/)
  })

  it("cannot write while it reads", async () => {
    await expect(shops.tenancy.read(shops.a, ({ rows }) => rows.category.deleteMany())).rejects.toThrow(/read-only/)
    await expect(
      shops.tenancy.read(shops.a, ({ sql, tenantId }) => sql`delete from category where tenant_id = ${tenantId}`),
    ).rejects.toThrow(/read-only/)
  })
})

describe("outside a unit of work", () => {
  it("the connection knows no tenant any more", async () => {
    const { app, tenancy, a } = shops
    await Promise.all(Array.from({ length: 8 }, () => tenancy.transact(a, ({ rows }) => rows.category.count(), true)))
    // Past the helper, which would name its own.
    const look =
      "select coalesce(current_setting('rialto.tenant', true) || current_setting('rialto.guest', true), '') || current_setting('transaction_read_only') as t"
    const left = await Promise.all(
      Array.from({ length: 8 }, () =>
        app.unitOfWork({ kind: "platform", mode: "read" }, async ({ connection }) => (await connection.query(look)).rows),
      ),
    )
    expect(left.flat()).toEqual(left.map(() => ({ t: "off" })))
  })

  it("a statement is skipped when its tenant could not be named, and the connection is not used again", async () => {
    const { app, tenancy, a } = shops
    const pids = () =>
      Promise.all([...Array(8)].map(() => tenancy.read(a, ({ sql }) => sql<{ pid: number }>`select pg_backend_pid() as pid`)))
    const forgotten = await app.unitOfWork({ kind: "platform", mode: "read" }, async ({ connection }) => {
      await connection.query("deallocate all")
      return (await connection.query("select pg_backend_pid() as pid")).rows[0].pid
    })
    const failures: unknown[] = []
    for (let n = 0; n < 20 && failures.length === 0; n += 1)
      await tenancy
        .transact(a, ({ sql }) => sql`update category set name = 'unnamed' where tenant_id = ${a}`)
        .catch((error) => failures.push(error))
    expect(failures).toMatchObject([{ code: "26000" }])
    expect((await pids()).flat().map(({ pid }) => pid)).not.toContain(forgotten)
    await tenancy.transact(a, ({ sql }) => sql`update category set name = ${a} where tenant_id = ${a}`)
  })

  it("no look-up runs in another's unit of work, however many come in one tick", async () => {
    const { app, a, b } = shops
    const where = { tenantId_id: { tenantId: b, id: "cat_same" } }
    const asking = [a, b, a, b]
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    let inside = 0
    const found = await Promise.all(
      asking.map((tenantId) =>
        app.unitOfWork({ kind: "tenant", tenantId, mode: "read", isGuest: false }, async () => {
          inside += 1
          // The last one opens it: all ask in the same tick.
          if (inside === asking.length) open()
          await gate
          return [tenantId, (await app.client.category.findUnique({ where }))?.name]
        }),
      ),
    )
    expect(found).toEqual(found.map(([tenantId]) => [tenantId, tenantId === b ? b : undefined]))
  })

  it("nothing runs", async () => {
    await expect(shops.tenancy.read("", async () => 1)).rejects.toThrow("no tenant in scope")
    await expect(shops.tenancy.transact("ten_'; drop table tenant; --", async () => 1)).rejects.toThrow("no tenant in scope")
    await expect(shops.app.client.category.findMany()).rejects.toThrow("no unit of work in scope")
  })

  it("a statement that comes late is refused, not run for the next tenant", async () => {
    const { tenancy, a } = shops
    let end: () => void = () => undefined
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const { late } = await tenancy.read(a, async ({ rows, sql, tenantId }) => ({
      // It still belongs to the unit of work, as a timer or a promise that nobody waits for would.
      late: ended.then(() =>
        Promise.allSettled([rows.category.findMany(), sql`select 1 from category where tenant_id = ${tenantId}`]),
      ),
    }))
    end()
    expect(await late).toMatchObject([{ status: "rejected" }, { status: "rejected" }])
  })
})

describe("a unit of work that fails", () => {
  it("leaves nothing behind, and the next tenant's connection is clean", async () => {
    const { tenancy, a, b } = shops
    for (let round = 0; round < 12; round++) {
      await expect(
        tenancy.transact(a, async ({ rows, tenantId }) => {
          await rows.category.create({ data: { tenantId, id: "cat_half", slug: "half", name: "half" } })
          throw new Error("stop")
        }),
      ).rejects.toThrow("stop")
    }
    expect(await tenancy.read(a, ({ rows }) => rows.category.count({ where: { slug: "half" } }))).toBe(0)
    const named = await tenancy.read(b, ({ sql }) => sql<{ t: string }>`select current_setting('rialto.tenant') as t`)
    expect(named).toEqual([{ t: b }])
  })

  it("is whole when it is one call of many statements, and Prisma's own", async () => {
    const { tenancy, a } = shops
    const many = Array.from({ length: 12_000 }, (_, n) => ({ tenantId: a, id: `cat_${n}`, slug: `s${n}`, name: a }))
    await expect(
      tenancy.transact(a, ({ rows }) => rows.category.createMany({ data: [...many, ...many.slice(0, 1)] })),
    ).rejects.toThrow(/[Uu]nique/)
    expect(await tenancy.read(a, ({ rows }) => rows.category.count({ where: { id: "cat_0" } }))).toBe(0)
  })

  it("is whole when it is one statement: what its commit refuses is an error, and not there", async () => {
    const { tenancy, a } = shops
    const posting = (id: string) => ({ tenantId: a, id, kind: "test", reference: id, at: new Date(0) })
    await tenancy.transact(a, ({ rows }) => rows.posting.create({ data: posting("pst_1") }))
    const unbalanced = tenancy.transact(
      a,
      ({ sql }) => sql`insert into entry (tenant_id, id, posting_id, account, amount_minor, currency)
        values (${a}, 'ent_1', 'pst_1', 'sales', 5, 'USD')`,
    )
    await expect(unbalanced).rejects.toThrow(/does not balance/)
    expect(await tenancy.read(a, ({ rows }) => rows.entry.count())).toBe(0)
  })

  it("is whole when it answers with the last of several statements", async () => {
    const { tenancy, a } = shops
    const run = tenancy.transact(a, ({ sql }) => {
      sql`insert into category (tenant_id, id, slug, name) values (${a}, 'cat_first', 'first', 'x')`.catch(() => undefined)
      return sql`insert into category (tenant_id, id, slug, name) values (${a}, 'cat_same', 'again', 'x')`
    })
    await expect(run).rejects.toMatchObject({ code: "23505" })
    expect(await tenancy.read(a, ({ rows }) => rows.category.count({ where: { id: "cat_first" } }))).toBe(0)
  })

  it("is whole when it goes on after its first statement", async () => {
    const { tenancy, a } = shops
    const run = tenancy.transact(a, async ({ sql }) => {
      await sql`insert into category (tenant_id, id, slug, name) values (${a}, 'cat_first', 'first', 'x')`
      await sql`insert into category (tenant_id, id, slug, name) values (${a}, 'cat_same', 'again', 'x')`
    })
    await expect(run).rejects.toMatchObject({ code: "23505" })
    expect(await tenancy.read(a, ({ rows }) => rows.category.count({ where: { id: "cat_first" } }))).toBe(0)
  })

  it("is an error when a swallowed failure turned the commit into a rollback", async () => {
    const { tenancy, a } = shops
    await expect(
      tenancy.transact(a, async ({ sql }) => {
        await sql`select 1 / 0`.catch(() => undefined)
      }),
    ).rejects.toThrow(/ROLLBACK/)
  })

  it("is an error when the connection is killed in the middle", async () => {
    const { tenancy, platform, a } = shops
    await expect(
      tenancy.transact(a, async ({ rows, tenantId, sql }) => {
        await rows.category.create({ data: { tenantId, id: "cat_killed", slug: "killed", name: "killed" } })
        await sql`select pg_terminate_backend(pg_backend_pid())`
      }),
    ).rejects.toThrow()
    expect(await platform.read(({ rows }) => rows.category.count({ where: { slug: "killed" } }))).toBe(0)
    expect(await tenancy.read(a, ({ rows }) => rows.category.count({ where: { slug: "same" } }))).toBe(1)
  })
})
