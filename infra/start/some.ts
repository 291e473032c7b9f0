import { generateClient } from "./build-steps.ts"
import { openedUntilCalledOff } from "./call-off.ts"
import { PlainFailure } from "./embedded/plain-failure.ts"
import { openTestWorld } from "./test-world.ts"
import { vitest } from "./vitest-run.ts"

/** Some tests by name, with all they need: `npm run test:some -- tests/domain/orders`. Several may run side by side. */
const opened = openedUntilCalledOff(130)
let code = 1
try {
  await generateClient()
  const { env } = await openTestWorld(opened, false)
  code = await vitest(process.argv.slice(2), env)
} catch (error) {
  const words = error instanceof PlainFailure ? error.message : String(error instanceof Error ? error.stack : error)
  if (!opened.isCalledOff()) process.stderr.write(`${words}\n`)
}
if (!opened.isCalledOff()) {
  await opened.closeAll()
  process.exit(code)
}
