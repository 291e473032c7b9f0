import type { Client } from "pg"
import { type Row, rowsText, type TableName, type Tables, tableOrder } from "./tables.ts"

const batch = 4_000

/** All tables, a few thousand rows per statement: PostgreSQL unfolds one JSON text faster than it takes parameters. */
export async function insertTables(client: Client, tables: Tables): Promise<void> {
  for (const name of tableOrder) {
    const rows = tables[name]
    for (let from = 0; from < rows.length; from += batch) await insertRows(client, name, rows.slice(from, from + batch))
  }
}

async function insertRows(client: Client, name: TableName, rows: readonly Row[]): Promise<void> {
  const table = client.escapeIdentifier(name)
  const columns = Object.keys(rows[0] ?? {})
    .map((column) => client.escapeIdentifier(column))
    .join(", ")
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
    [rowsText(rows)],
  )
}
