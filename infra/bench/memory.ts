import { readFileSync } from "node:fs"
import { childrenOf } from "./cpu-clock.ts"

export interface MemoryUse {
  readonly rssMb: number
  /** Proportional: what processes share is counted once. Undefined where the system does not tell. */
  readonly pssMb: number | undefined
}

/** Of these processes together, in megabytes of 1,048,576 bytes. */
export function memoryOf(pids: readonly number[]): MemoryUse {
  const shares = pids.map((pid) => kilobytes(`/proc/${pid}/smaps_rollup`, "Pss"))
  const all = shares.filter((share) => share !== undefined)
  return {
    rssMb: megabytes(pids.map((pid) => kilobytes(`/proc/${pid}/status`, "VmRSS") ?? 0)),
    pssMb: all.length === shares.length ? megabytes(all) : undefined,
  }
}

export function familyOf(pid: number): number[] {
  return [pid, ...childrenOf(pid)]
}

function megabytes(kilobytes: readonly number[]): number {
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1_024)
}

function kilobytes(path: string, name: string): number | undefined {
  try {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(readFileSync(path, "utf8"))
    return found ? Number(found[1]) : undefined
  } catch {
    return undefined
  }
}
