import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { PlainFailure, plainly } from "./embedded/plain-failure.ts"
import { commandOf } from "./embedded/postmaster.ts"

/** One run per data folder. Gives back how to let go; what a killed run left behind is taken over. */
export function takeLock(path: string): () => void {
  const holder = holderOf(path)
  if (holder !== undefined) {
    throw new PlainFailure(
      `Rialto is already running in this folder (process ${holder}): stop that one first, with Ctrl-C where it runs.`,
    )
  }
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o755 })
    writeFileSync(path, String(process.pid))
  } catch (error) {
    throw plainly(error, dirname(path))
  }
  return () => rmSync(path, { force: true })
}

function holderOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, "utf8"))
    return pid > 1 && pid !== process.pid && /infra\/(start|bench)\//.test(commandOf(pid).replaceAll("\\", "/")) ? pid : undefined
  } catch {
    return undefined
  }
}
