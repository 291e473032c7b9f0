import { spawn } from "node:child_process"
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { Client } from "pg"
import { catalogueComplaints } from "#infra/prove/isolation/catalogue.ts"
import { runProof } from "#infra/prove/isolation/run-proof.ts"
import { readTally } from "#infra/start/tally.ts"
import type { ProofServer } from "#infra/prove/proof-server.ts"
import type { CodeMutant, SqlMutant } from "./mutant.ts"

export interface Verdict {
  readonly mutant: string
  readonly caughtBy: string | undefined
}

/** A table, key, grant or role gone wrong: the catalogue should say so, or else the operations. */
export async function runSqlMutant(server: ProofServer, { name, sql, undo }: SqlMutant): Promise<Verdict> {
  const ownerUrl = await server.freshDatabase()
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(sql)
    const [complaint] = await catalogueComplaints(owner)
    if (complaint) return { mutant: name, caughtBy: `the catalogue: ${complaint}` }
    const { breaches } = await runProof({ ownerUrl, mode: "database", operations: 800, seed: 3, tenants: 6 })
    return { mutant: name, caughtBy: breaches[0] && `the operations: ${breaches[0].slice(0, 120)}` }
  } finally {
    if (undo) await owner.query(undo)
    await owner.end()
  }
}

/** A copy of the source in which mistakes may be made. */
export function copySource(folder: string): string {
  const copy = join(folder, "source")
  mkdirSync(copy)
  for (const name of ["app", "server", "workers", "prisma", "infra", "tests", "build", "package.json", "tsconfig.json"])
    cpSync(name, join(copy, name), { recursive: true })
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"))
  return copy
}

/** Where tests find what they need: a folder, and a database where they ask for one. */
type TestPlace = Pick<ProofServer, "folder"> & Partial<Pick<ProofServer, "ownerUrl">>

export async function runCodeMutant(
  place: TestPlace,
  copy: string,
  { name, file, from, to, tests }: CodeMutant,
): Promise<Verdict> {
  const path = join(copy, file)
  const source = readFileSync(path, "utf8")
  if (source.split(from).length !== 2)
    throw new Error(`${name}: the text stands ${source.split(from).length - 1} times in ${file}`)
  writeFileSync(
    path,
    source.replace(from, () => to),
  )
  try {
    const [failure] = await runTests(place, copy, tests)
    return { mutant: name, caughtBy: failure }
  } finally {
    writeFileSync(path, source)
  }
}

/** What fails, up to the first failure; nothing where all pass. @throws Error when they were not run to an end */
export async function runTests(place: TestPlace, copy: string, tests: readonly string[]): Promise<readonly string[]> {
  const report = join(place.folder, "tests.json")
  rmSync(report, { force: true })
  const child = spawn(
    process.execPath,
    [
      ...["node_modules/vitest/vitest.mjs", "run", "--config", "infra/checks/vitest.config.ts", "--bail=1"],
      ...["--reporter=json", `--outputFile.json=${report}`, ...tests],
    ],
    {
      cwd: copy,
      env: { ...process.env, RIALTO_TEST_OWNER_URL: place.ownerUrl?.("postgres") ?? "", RIALTO_TEST_FOLDER: place.folder },
      stdio: ["ignore", openSync(join(place.folder, "tests.log"), "w"), "ignore"],
    },
  )
  const code = await new Promise<number | null>((done, reject) => {
    child.once("error", reject)
    child.once("exit", done)
  })
  if (!existsSync(report)) throw new Error(`vitest ended with ${code} and without a report`)
  const { passed, failures } = readTally(report)
  if (code !== 0) return failures.length > 0 ? failures : ["an error outside of any test"]
  if (passed === 0) throw new Error("there was no test to run")
  return []
}
