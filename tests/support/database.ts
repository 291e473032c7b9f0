import { randomBytes } from "node:crypto"
import { Client } from "pg"
import { roleUrls } from "#prisma/roles.ts"

export interface TestDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly platformUrl: string
  /** Ends whatever still holds a connection. */
  drop(): Promise<void>
}

export const templateName = "rialto_template"

/** A database of one's own, migrated and empty: a copy of the template that the test run made once. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(8).toString("hex")}`
  await asOwner((owner) => owner.query(`create database ${name} template ${templateName}`))
  const ownerUrl = databaseUrl(name)
  const urls = roleUrls(ownerUrl)
  return {
    ownerUrl,
    appUrl: urls.app,
    platformUrl: urls.platform,
    drop: () => asOwner(async (owner) => void (await owner.query(`drop database if exists ${name} with (force)`))),
  }
}

/** The owner's URL of a database beside the template, whether it exists or not. */
export function databaseUrl(name: string): string {
  const given = process.env["RIALTO_TEST_OWNER_URL"]
  if (given === undefined)
    throw new Error("These tests need a database: run them by `npm test` or `npm run test:some -- <file>`.")
  const url = new URL(given)
  url.pathname = `/${name}`
  return url.href
}

async function asOwner<T>(run: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: databaseUrl("postgres") })
  await owner.connect()
  try {
    return await run(owner)
  } finally {
    await owner.end()
  }
}
