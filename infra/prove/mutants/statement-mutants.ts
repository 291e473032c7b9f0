import type { CodeMutant } from "./mutant.ts"

const fence = "tests/isolation/fence.test.ts"
const statements = "prisma/statement-fence.test.ts"

/** Mistakes in how SQL is read. */
export const statementMutants: readonly CodeMutant[] = [
  {
    name: "SQL may forget its tenant",
    file: "prisma/statement-reading.ts",
    from: "if (forgets(fenced, claims)) return",
    to: "if (fenced.length < 0) return",
    tests: [statements, fence],
  },
  {
    name: "SQL may forget a table that it writes to",
    file: "prisma/statement-reading.ts",
    from: "!claims.some(({ into }) => into === mention)",
    to: "claims.length < 0",
    tests: [statements],
  },
  {
    name: "SQL may forget the second table of one name",
    file: "prisma/statement-reading.ts",
    from: "unbound += Math.max(0, there - named.filter(({ of }) => of === alias).length)",
    to: "unbound += Math.min(there, 1) - Math.min(named.filter(({ of }) => of === alias).length, 1)",
    tests: [statements],
  },
  {
    name: "SQL may join by a tenant that nobody named",
    file: "prisma/statement-reading.ts",
    from: "unbound + adriftIn(aliases, named) >",
    to: "unbound + 0 * adriftIn(aliases, named) >",
    tests: [statements],
  },
  {
    name: "SQL may list tables that are not looked at",
    file: "prisma/statement-tables.ts",
    from: 'else if (word.text === "," && frame.isInFrom) frame.expects = true',
    to: "",
    tests: [statements],
  },
  {
    name: "SQL may compare a tenant with a word",
    file: "prisma/statement-claims.ts",
    from: 'if (!other || other.first !== at) throw unclear(`= ${word?.text ?? ""}`)\n  return { values: [], equals: [other.of] }',
    to: "return { values: [], equals: [other?.of] }",
    tests: [statements],
  },
  {
    name: "SQL may call anything a tenant",
    file: "prisma/statement-claims.ts",
    from: 'if (source?.text !== "tenant_id" && !isShop) throw',
    to: 'if (source?.text === "") throw',
    tests: [statements],
  },
  {
    name: "SQL may write rows of anybody",
    file: "prisma/statement-claims.ts",
    from: 'if (word?.kind === "value") values.push(Number(word.text))',
    to: 'if (word?.kind === "value") values.push()',
    tests: [statements, fence],
  },
  {
    name: "SQL may name anybody",
    file: "prisma/statement-fence.ts",
    from: "if (!isOwn(values[at - 1], tenantId)) throw",
    to: 'if (text === "") throw',
    tests: [statements, fence],
  },
  {
    name: "SQL may name anybody in a list",
    file: "prisma/statement-fence.ts",
    from: "value.every((item) => item === tenantId)",
    to: "value.includes(tenantId)",
    tests: [statements],
  },
  {
    name: "a shopper may not search for what looks like a tenant",
    file: "prisma/statement-fence.ts",
    from: "  for (const at of tenantAt)\n",
    to: '  if (values.some((value) => typeof value === "string" && /^ten_\\w+$/.test(value) && value !== tenantId)) throw new Error("tenant")\n  for (const at of tenantAt)\n',
    tests: [statements],
  },
  {
    name: "SQL may leave its transaction",
    file: "prisma/statement-reading.ts",
    from: "if (isControl(words)) return",
    to: "if (words.length < 0) return",
    tests: [statements, fence],
  },
  {
    name: "SQL may say two things",
    file: "prisma/statement-reading.ts",
    from: '(kind === "sign" && text === ";") ||',
    to: "",
    tests: [statements],
  },
  {
    name: "SQL need not name the tenant in scope",
    file: "prisma/statement-reading.ts",
    from: "if (fenced.length > 0 && tenantAt.length === 0)",
    to: "if (fenced.length < 0)",
    tests: [statements],
  },
]
