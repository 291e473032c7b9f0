import { spawn } from "node:child_process"
import { generateClient } from "./build-steps.ts"
import { PlainFailure } from "./embedded/plain-failure.ts"
import { startTestDatabase } from "./test-database.ts"
import { makeTestFolder } from "./test-folder.ts"
import { vitestArgs } from "./vitest-run.ts"

/** Some tests by name, with a database: `npm run test:some -- tests/domain/orders`. Several may run side by side. */
const folder = makeTestFolder()
let code = 1
try {
  await generateClient()
  const postgres = await startTestDatabase(folder.postgres)
  try {
    code = await new Promise<number>((resolve) => {
      const child = spawn(process.execPath, [...vitestArgs, ...process.argv.slice(2)], {
        env: { ...process.env, RIALTO_TEST_OWNER_URL: postgres.ownerUrl("postgres") },
        stdio: "inherit",
      })
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal))
      child.once("exit", (exit) => resolve(exit ?? 1))
    })
  } finally {
    await postgres.stop()
  }
} catch (error) {
  process.stderr.write(`${error instanceof PlainFailure ? error.message : String(error)}\n`)
} finally {
  await folder.remove()
}
process.exit(code)
