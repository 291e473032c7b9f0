import { saysWhose } from "./make-row.ts"
import { dateOf, modulus, ordinal } from "./marks.ts"
import type { Shape } from "./shapes.ts"
import { seededRows, type Town } from "./town.ts"

const quoted = (name: string) => `"${name}"`
const index = "substr(tenant_id, 6)::int"

/** What is wrong with a table as its owner sees it: rows that carry another's mark, and tenants with more or fewer rows than they made. */
export async function census(town: Town): Promise<string[]> {
  const complaints: string[] = []
  for (const shape of town.shapes.values()) {
    const wrong = [...wrongWhen(shape)].join(" or ") || "false"
    const { rows } = await town.owner.query<{ tenant: number; rows: number; wrong: number }>(
      `select ${index} as tenant, count(*)::int as rows, count(*) filter (where ${wrong})::int as wrong from ${quoted(shape.table)} group by 1`,
    )
    const found = new Map(rows.map((row) => [row.tenant, row]))
    for (let tenant = 0; tenant < town.tenants; tenant += 1) {
      const { rows: there, wrong: marked } = found.get(tenant) ?? { rows: 0, wrong: 0 }
      if (marked > 0) complaints.push(`${marked} rows of ${shape.model} of tenant ${tenant} carry another's mark`)
      const known = town.count(tenant, shape.model)
      if (there !== known) complaints.push(`tenant ${tenant} has ${there} rows of ${shape.model} and made ${known}`)
    }
  }
  return complaints
}

function* wrongWhen(shape: Shape): Generator<string> {
  for (const field of shape.fields) {
    if (!saysWhose(shape, field)) continue
    const column = quoted(field.column)
    if (field.kind === "mark") yield `strpos(${column}, '~t' || substr(tenant_id, 6) || '~') = 0`
    if (field.kind === "number") yield `mod(${column}, ${modulus}) <> ${index}`
    if (field.kind === "date")
      yield `mod((extract(epoch from ${column}) * 1000)::bigint - ${dateOf(0, 0).getTime()}, ${modulus}) <> ${index}`
    if (field.kind === "bytes") yield `strpos(encode(${column}, 'escape'), '~t' || substr(tenant_id, 6) || '~') = 0`
    if (field.kind === "list" && field.type === "String") yield `not ${column} @> array['~t' || substr(tenant_id, 6) || '~']`
    if (field.kind === "json") yield `${column} ->> 'mark' <> '~t' || substr(tenant_id, 6) || '~'`
  }
}

/** Takes away what was made since the beginning, so that tables stay small. Children first. */
export async function tidy(town: Town): Promise<void> {
  await town.owner.query("begin")
  for (const shape of [...town.shapes.values()].reverse()) {
    const key = shape.fields.find(({ name, kind }) => shape.keys.includes(name) && kind !== "number")
    const made = key?.type === "String" ? "like 'f%'" : `> ${ordinal("f0")}`
    if (key) await town.owner.query(`delete from ${quoted(shape.table)} where ${quoted(key.column)} ${made}`)
    for (let tenant = 0; tenant < town.tenants; tenant += 1) town.setCount(tenant, shape.model, seededRows(shape, tenant).length)
  }
  await town.owner.query("commit")
}
