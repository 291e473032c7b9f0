import type { CodeMutant } from "./mutant.ts"

const fence = "tests/isolation/fence.test.ts"
const faults = "tests/isolation/faults.test.ts"
const proof = "tests/isolation/proof.test.ts"

/** Mistakes in the first fence, and in the unit of work. */
export const prismaMutants: readonly CodeMutant[] = [
  {
    name: "filters without the tenant",
    file: "prisma/fence.ts",
    from: "fenced.where = given.where === undefined ? { tenantId } : { AND: [{ tenantId }, given.where] }",
    to: "fenced.where = given.where",
    tests: [proof],
  },
  {
    name: "a filter of one's own replaces the tenant",
    file: "prisma/fence.ts",
    from: "{ AND: [{ tenantId }, given.where] }",
    to: "{ tenantId, ...given.where }",
    tests: [proof],
  },
  {
    name: "a row may name its tenant",
    file: "prisma/fence.ts",
    from: "if (data.tenantId !== undefined && data.tenantId !== tenantId) throw new Error(`${model} of another tenant`)\n  return { ...data, tenantId }",
    to: "return { tenantId, ...data }",
    tests: [proof],
  },
  {
    name: "rows in lists are not looked at",
    file: "prisma/fence.ts",
    from: "? given.data.map((row) => scalarRow(model, fields, row, tenantId))",
    to: "? given.data",
    tests: [fence],
  },
  {
    name: "a change may name a tenant",
    file: "prisma/fence.ts",
    from: 'if ("tenantId" in data) throw new Error(`${model} cannot change its tenant`)',
    to: "",
    tests: [proof],
  },
  {
    name: "nested writes pass",
    file: "prisma/fence.ts",
    from: "if (stranger !== undefined) throw",
    to: "if (stranger === undefined) return\n  if (!stranger) throw",
    tests: [fence, proof],
  },
  { name: "cursors are not looked at", file: "prisma/fence.ts", from: "  checkCursors(given, tenantId)\n", to: "", tests: [fence] },
  {
    name: "nested cursors are not looked at",
    file: "prisma/fence.ts",
    from: "for (const branch of [args.include, args.select, args._count]) {",
    to: "for (const branch of []) {",
    tests: [fence],
  },
  { name: "unique look-ups pass", file: "prisma/fence.ts", from: '"findFirst", "findFirstOrThrow",', to: '"findUnique", "findFirst", "findFirstOrThrow",', tests: [fence, proof] },
  { name: "upserts pass", file: "prisma/fence.ts", from: '"updateManyAndReturn", "deleteMany",', to: '"updateManyAndReturn", "deleteMany", "upsert",', tests: [fence, proof] },
  { name: "a platform table is a tenant's", file: "prisma/models.ts", from: '"Tenant", "Domain",', to: '"Tenant",', tests: [proof] },
  { name: "handles work in any unit of work", file: "prisma/scope.ts", from: "if (scopeNow() !== scope) throw", to: "if (scopeNow() === undefined) throw", tests: [fence] },
  { name: "what comes late runs", file: "prisma/scope.ts", from: "if (!scope || scope.ended) throw", to: "if (!scope) throw", tests: [fence] },
  { name: "any text is a tenant", file: "prisma/scope.ts", from: "if (!tenantIdShape.test(tenantId)) throw", to: "if (tenantId.length > 100) throw", tests: [fence] },
  { name: "the tenant outlives its transaction", file: "prisma/scope.ts", from: "(access.tenantId)}', true)${guest}", to: "(access.tenantId)}', false)${guest}", tests: [fence] },
  { name: "the database is told no tenant", file: "prisma/scope.ts", from: "SELECT set_config('rialto.tenant'", to: "SELECT set_config('rialto.tenants'", tests: [fence] },
  { name: "guests are not told from staff", file: "prisma/scope.ts", from: "set_config('rialto.guest', 'on', true)", to: "set_config('rialto.guest', 'off', true)", tests: [faults] },
  { name: "a guest's mark outlives its transaction", file: "prisma/scope.ts", from: "set_config('rialto.guest', 'on', true)", to: "set_config('rialto.guest', 'on', false)", tests: [faults] },
  { name: "readers may write", file: "prisma/scope.ts", from: '? "BEGIN READ ONLY"', to: '? "BEGIN"', tests: [fence] },
  { name: "a commit is believed unread", file: "prisma/unit-of-work.ts", from: 'if (command !== "COMMIT") throw', to: 'if (command === "") throw', tests: [faults] },
  { name: "a failed unit of work is committed", file: "prisma/unit-of-work.ts", from: 'connection.query("ROLLBACK")', to: 'connection.query("COMMIT")', tests: [fence] },
  { name: "a scope never ends", file: "prisma/unit-of-work.ts", from: "scope.ended = true\n    await opened", to: "await opened", tests: [fence] },
  { name: "SQL may forget its tenant", file: "prisma/statement-fence.ts", from: "if (forgets) throw", to: 'if (text === "") throw', tests: [fence] },
  { name: "SQL may name anybody", file: "prisma/statement-fence.ts", from: "if (values.some((value) => namesAnother(value, tenantId))) throw", to: 'if (text === "") throw', tests: [fence] },
  { name: "SQL may leave its transaction", file: "prisma/statement-fence.ts", from: "if (isControl) throw", to: 'if (text === "") throw', tests: [fence] },
  { name: "SQL need not name the tenant in scope", file: "prisma/statement-fence.ts", from: "if (touchesRows && !values.includes(tenantId)) throw", to: 'if (text === "") throw', tests: [fence] },
  { name: "the app's own powers are not asked", file: "prisma/powerless.ts", from: "if (bypasses) throw", to: 'if (role === "") throw', tests: [faults] },
  { name: "who owns tables is not asked", file: "prisma/powerless.ts", from: "if (owns !== null) throw", to: 'if (role === "") throw', tests: [faults] },
]
