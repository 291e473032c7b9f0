import { parseArgs } from "node:util"
import { build } from "#infra/start/build-steps.ts"
import { keepReport } from "./keep-report.ts"
import { codeMutants } from "./mutants/code-mutants.ts"
import { copySource, runCodeMutant, runSqlMutant, runTests, type Verdict } from "./mutants/run-mutants.ts"
import { sqlMutants } from "./mutants/sql-mutants.ts"
import { openProofServer } from "./proof-server.ts"

const wantedShare = 0.95

/** Makes one mistake after the other and answers whether nearly all were noticed. `--only <text>` picks by name, `--kind sql|code`. */
export async function proveMutants(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: "string", default: "" }, kind: { type: "string", default: "all" } },
  })
  const isMeant = ({ name }: { name: string }) => name.includes(values.only)
  const code = values.kind === "sql" ? [] : codeMutants.filter(isMeant)
  const sql = values.kind === "code" ? [] : sqlMutants.filter(isMeant)
  const server = await openProofServer()
  const verdicts: Verdict[] = []
  const tell = (verdict: Verdict) => {
    verdicts.push(verdict)
    process.stdout.write(`${verdict.caughtBy ? "✓" : "✗"} ${verdict.mutant}: ${verdict.caughtBy ?? "SURVIVED"}\n`)
  }
  try {
    for (const mutant of sql) tell(await runSqlMutant(server, mutant))
    if (code.length > 0) {
      await build()
      const copy = copySource(server.folder)
      // A test that fails without a mistake would catch them all.
      const tests = [...new Set(code.flatMap((mutant) => mutant.tests))]
      const failures = await runTests(server, copy, tests)
      if (failures.length > 0) throw new Error(`The tests do not pass as they are:\n${failures.join("\n")}`)
      for (const mutant of code) tell(await runCodeMutant(server, copy, mutant))
    }
  } finally {
    await server.close()
  }
  const caught = verdicts.filter(({ caughtBy }) => caughtBy !== undefined).length
  keepReport("isolation-mutants", verdicts)
  process.stdout.write(
    `${JSON.stringify({ caught, of: verdicts.length, survived: verdicts.filter(({ caughtBy }) => !caughtBy).map(({ mutant }) => mutant) })}\n`,
  )
  return verdicts.length > 0 && caught >= wantedShare * verdicts.length
}
