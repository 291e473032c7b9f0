import { createHash } from "node:crypto"
import type { Client } from "pg"
import { readPolicies } from "./migration-files.ts"
import { appRole, platformRole, rolePasswords } from "./roles.ts"

/**
 * Roles, grants, row-level security and triggers: the state that must hold after every migration, whatever tables came.
 * Skipped while neither the files, nor the tables, nor the owner's password changed. One transaction. True: applied.
 */
export async function applyPolicies(client: Client, ownerUrl: string, tables: string): Promise<boolean> {
  const files = await readPolicies()
  const passwords = rolePasswords(ownerUrl)
  const hash = createHash("sha256")
  for (const part of [tables, passwords.app, passwords.platform, ...files.map((file) => file.checksum)]) hash.update(`${part}\n`)
  const wanted = hash.digest("hex")
  if ((await appliedPolicies(client)) === wanted) return false

  await client.query("begin")
  try {
    await client.query("select set_config($1, $2, true), set_config($3, $4, true)", [
      `rialto.${appRole}_password`,
      passwords.app,
      `rialto.${platformRole}_password`,
      passwords.platform,
    ])
    for (const file of files) await client.query(file.sql)
    await client.query(`comment on schema public is 'policies ${wanted}'`)
    await client.query("commit")
  } catch (error) {
    await client.query("rollback").catch(() => undefined)
    throw error
  }
  return true
}

async function appliedPolicies(client: Client): Promise<string | undefined> {
  const { rows } = await client.query("select obj_description('public'::regnamespace, 'pg_namespace') as note")
  return /^policies (\w+)$/.exec(String(rows[0]?.note ?? ""))?.[1]
}
