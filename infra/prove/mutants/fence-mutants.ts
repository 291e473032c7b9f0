import type { CodeMutant } from "./mutant.ts"

const fence = "tests/isolation/fence.test.ts"
const faults = "tests/isolation/faults.test.ts"
const proof = "tests/isolation/proof.test.ts"

/** Mistakes in what fences the operations, and in what is asked at the start. */
export const fenceMutants: readonly CodeMutant[] = [
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
  {
    name: "cursors are not looked at",
    file: "prisma/fence.ts",
    from: "  checkCursors(given, tenantId)\n",
    to: "",
    tests: [fence],
  },
  {
    name: "nested cursors are not looked at",
    file: "prisma/fence.ts",
    from: "for (const branch of [args.include, args.select, args._count]) {",
    to: "for (const branch of []) {",
    tests: [fence],
  },
  {
    name: "unique look-ups pass",
    file: "prisma/fence.ts",
    from: '  "findFirst",\n',
    to: '  "findUnique",\n  "findFirst",\n',
    tests: [fence, proof],
  },
  {
    name: "upserts pass",
    file: "prisma/fence.ts",
    from: '  "deleteMany",\n',
    to: '  "deleteMany",\n  "upsert",\n',
    tests: [fence, proof],
  },
  {
    name: "a platform table is a tenant's",
    file: "prisma/models.ts",
    from: '"Tenant", "Domain",',
    to: '"Tenant",',
    tests: [proof],
  },
  {
    name: "look-ups of one tick are merged",
    file: "prisma/unmerged.ts",
    from: "options.batchBy = () => undefined",
    to: "",
    tests: [fence],
  },
  {
    name: "the app's own powers are not asked",
    file: "prisma/powerless.ts",
    from: "if (bypasses) throw",
    to: 'if (role === "") throw',
    tests: [faults],
  },
  {
    name: "who owns tables is not asked",
    file: "prisma/powerless.ts",
    from: "if (owns !== null) throw",
    to: 'if (role === "") throw',
    tests: [faults],
  },
]
