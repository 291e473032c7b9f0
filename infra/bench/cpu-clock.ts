import { readdirSync, readFileSync } from "node:fs"

/** What `getconf CLK_TCK` says on every Linux of today. */
const ticksPerSecond = 100

/** Processor seconds that a process has used until now; of one that is gone, 0. Only on Linux: elsewhere always 0. */
export function cpuSeconds(pid: number): number {
  const fields = statOf(pid)
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond
}

/** The same of a process, of those that it has started, and of those of them that have ended. */
export function familyCpuSeconds(pid: number): number {
  const fields = statOf(pid)
  const ended = (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / ticksPerSecond
  return cpuSeconds(pid) + ended + childrenOf(pid).reduce((sum, child) => sum + cpuSeconds(child), 0)
}

export function childrenOf(pid: number): number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((other) => Number(statOf(other)[1]) === pid)
  } catch {
    return []
  }
}

/** The fields after the command's name, which may itself hold anything: 0 is the state, 1 the parent. */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8")
    return text.slice(text.lastIndexOf(")") + 2).split(" ")
  } catch {
    return []
  }
}
