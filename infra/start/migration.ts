import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { migrate, schemaDrift } from "#prisma/migrate.ts"
import { startEmbeddedPostgres } from "./embedded/embedded-postgres.ts"
import { makeTestFolder } from "./test-folder.ts"

/** Drafts the migration from what the migrations make to what the Prisma schema says: `npm run migration -- carts_expire`. */
const name = process.argv[2]
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write("Give the migration a name in small letters: npm run migration -- carts_expire\n")
  process.exit(1)
}

const folder = await makeTestFolder()
const postgres = await startEmbeddedPostgres({ dataDir: folder.postgres, durable: false })
try {
  const ownerUrl = postgres.ownerUrl("draft")
  await migrate(ownerUrl)
  const sql = await schemaDrift(ownerUrl)
  if (sql === "") {
    process.stdout.write("The migrations make what the schema says already.\n")
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14)
    const place = join("prisma/migrations", `${stamp}_${name}`)
    mkdirSync(place)
    writeFileSync(join(place, "migration.sql"), `${sql}\n`)
    process.stdout.write(`${place}/migration.sql: read it, and add by hand what the schema cannot say.\n`)
  }
} finally {
  await postgres.stop()
  await folder.remove()
}
