import type { CodeMutant } from "./mutant.ts"

const fence = "tests/isolation/fence.test.ts"
const faults = "tests/isolation/faults.test.ts"

/** Mistakes in the unit of work, and in how it names its tenant. */
export const unitOfWorkMutants: readonly CodeMutant[] = [
  {
    name: "handles work in any unit of work",
    file: "prisma/scope.ts",
    from: "if (scopeNow() !== scope)",
    to: "if (scopeNow() === undefined)",
    tests: [fence],
  },
  {
    name: "what comes late runs",
    file: "prisma/scope.ts",
    from: "if (!scope || scope.ended) throw",
    to: "if (!scope) throw",
    tests: [fence],
  },
  {
    name: "any text is a tenant",
    file: "prisma/scope.ts",
    from: "if (!tenantIdShape.test(tenantId)) throw",
    to: "if (tenantId.length > 100) throw",
    tests: [fence],
  },
  {
    name: "the tenant outlives its transaction",
    file: "prisma/scoped-query.ts",
    from: "set_config('rialto.tenant', $1, true)",
    to: "set_config('rialto.tenant', $1, false)",
    tests: [fence],
  },
  {
    name: "the database is told no tenant",
    file: "prisma/scoped-query.ts",
    from: "set_config('rialto.tenant', $1, true)",
    to: "set_config('rialto.tenants', $1, true)",
    tests: [fence],
  },
  {
    name: "guests are not told from staff",
    file: "prisma/scoped-query.ts",
    from: 'access.isGuest ? "on" : ""',
    to: 'access.isGuest ? "" : ""',
    tests: [faults],
  },
  {
    name: "a guest's mark outlives its transaction",
    file: "prisma/scoped-query.ts",
    from: "set_config('rialto.guest', $2, true)",
    to: "set_config('rialto.guest', $2, false)",
    tests: [fence],
  },
  {
    name: "readers may write",
    file: "prisma/scoped-query.ts",
    from: 'access.mode === "read" ? "on" : "off"',
    to: 'access.mode === "read" ? "off" : "off"',
    tests: [fence],
  },
  {
    name: "a statement may come without its tenant",
    file: "prisma/scoped-query.ts",
    from: "connection.bind({ statement: naming, values: this.#named })\n    connection.execute({})\n",
    to: "this.#isNamed = true\n",
    tests: [fence],
  },
  {
    name: "a unit of work is of one statement until it has two",
    file: "prisma/unit-of-work.ts",
    from: "scope.handedOut === 1 && scope.lone === outcome",
    to: "scope.handedOut === 1",
    tests: [fence],
  },
  {
    name: "one call is taken for one statement",
    file: "prisma/scoped-pool.ts",
    from: "scopeNow().isLone = false",
    to: "",
    tests: [fence],
  },
  {
    name: "nothing begins a transaction",
    file: "prisma/send.ts",
    from: 'if (!scope.isLone) scope.connection.query("BEGIN").catch(() => undefined)',
    to: "",
    tests: [fence],
  },
  {
    name: "a connection that forgot is used again",
    file: "prisma/send.ts",
    from: "scope.isSpoiled ||= isSqlState(error, unknownStatement)\n",
    to: "",
    tests: [fence],
  },
  {
    name: "a commit is believed unread",
    file: "prisma/unit-of-work.ts",
    from: 'if (command !== "COMMIT") throw',
    to: 'if (command === "") throw',
    tests: [faults],
  },
  {
    name: "a failed unit of work is committed",
    file: "prisma/unit-of-work.ts",
    from: 'scope.connection.query("ROLLBACK")',
    to: 'scope.connection.query("COMMIT")',
    tests: [fence],
  },
  {
    name: "a scope never ends",
    file: "prisma/unit-of-work.ts",
    from: "scope.ended = true\n    if (isTransaction",
    to: "if (isTransaction",
    tests: [fence],
  },
]
