import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"

/** What a running PostgreSQL writes about itself into its cluster. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

/** Undefined when no pid file lies there. The process that it names may be long gone: see `isServing`. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" }
  } catch {
    return undefined
  }
}

/** Whether the named process lives and is PostgreSQL on this very cluster, and not a later process with the same number. */
export function isServing(cluster: string, { pid }: Postmaster): boolean {
  if (!(pid > 1)) return false
  const command = commandOf(pid)
  return command.includes("postgres") && command.includes(cluster)
}

/** The command line of a process, or "" when there is none. A zombie has an empty one, too. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
  } catch {
    return ""
  }
}
