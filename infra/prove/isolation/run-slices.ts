import { fork } from "node:child_process"
import { resolve } from "node:path"
import { branded } from "#server/kernel/brand.ts"
import type { ProofReport, ProofWish } from "./run-proof.ts"

type Said =
  | { readonly kind: "progress"; readonly done: number; readonly breaches: number }
  | { readonly kind: "report"; readonly report: ProofReport }

export interface SlicesWish extends Omit<ProofWish, "ownerUrl" | "onProgress" | "tenants"> {
  readonly tenants: number
  /** As many processes, each with a database, shops and a seed of its own. */
  readonly slices: number
  freshDatabase(): Promise<string>
  /** Told every half minute. */
  onProgress(done: number, breaches: number): void
}

const everyMs = 30_000
/** Far apart, so that neighbouring seeds share no slice. */
const seedStep = 7_919

/** A proof on more than one core: the first slice's seed is the proof's own. Ends when all have ended. */
export async function runSlices(wish: SlicesWish): Promise<ProofReport> {
  const { slices, operations, freshDatabase, onProgress, ...rest } = wish
  const sofar = Array.from({ length: slices }, () => ({ done: 0, breaches: 0 }))
  const sum = (of: "done" | "breaches") => sofar.reduce((all, slice) => all + slice[of], 0)
  const telling = setInterval(() => onProgress(sum("done"), sum("breaches")), everyMs)
  const since = performance.now()
  try {
    const urls: string[] = []
    for (const _ of sofar) urls.push(await freshDatabase())
    const reports = await Promise.all(
      urls.map((ownerUrl, index) => {
        const share = Math.floor(operations / slices) + (index < operations % slices ? 1 : 0)
        const slice = { ...rest, ownerUrl, operations: share, seed: wish.seed + index * seedStep }
        return runSlice(slice, (done, breaches) => void Object.assign(sofar[index] ?? {}, { done, breaches }))
      }),
    )
    return merged(reports, wish, (performance.now() - since) / 1_000)
  } finally {
    clearInterval(telling)
  }
}

function runSlice(wish: object, onProgress: (done: number, breaches: number) => void): Promise<ProofReport> {
  // Young objects in plenty: with more room for them, fewer are copied.
  const child = fork(resolve(import.meta.dirname, "slice-child.ts"), {
    execArgv: ["--max-semi-space-size=64", "--import", "tsx"],
  })
  child.send(wish)
  return new Promise((done, reject) => {
    let report: ProofReport | undefined
    child.on("message", (message) => {
      const said = branded<Said>(message)
      if (said.kind === "report") report = said.report
      else onProgress(said.done, said.breaches)
    })
    child.once("error", reject)
    child.once("exit", (code) => (report ? done(report) : reject(new Error(`a slice of the proof ended with ${code}`))))
  })
}

function merged(reports: readonly ProofReport[], { mode, seed, tenants }: SlicesWish, seconds: number): ProofReport {
  const sum = (of: "operations" | "censuses" | "locksProbed") => reports.reduce((all, report) => all + report[of], 0)
  return {
    ...{ mode, seed, tenants, seconds },
    operations: sum("operations"),
    censuses: sum("censuses"),
    locksProbed: sum("locksProbed"),
    pairs: Math.max(...reports.map(({ pairs }) => pairs)),
    breaches: reports.flatMap(({ breaches, seed: own }) => breaches.map((breach) => `seed ${own}: ${breach}`)),
  }
}
