import { spawn } from "node:child_process"
import { existsSync } from "node:fs"

export interface Check {
  readonly name: string
  readonly args: readonly string[]
}

/** In the order in which a person would want to hear of them. Each runs in a process of its own. */
export const codeChecks: readonly Check[] = [
  {
    name: "format, lint",
    args: [
      "node_modules/@biomejs/biome/bin/biome",
      "ci",
      "--config-path=infra/checks/biome.json",
      "--colors=off",
      "--diagnostic-level=error",
      ".",
    ],
  },
  { name: "types", args: ["node_modules/typescript/bin/tsc", "-p", "."] },
  { name: "layers", args: ["infra/checks/layers.mjs"] },
  { name: "dead code", args: ["node_modules/knip/bin/knip.js", "--config", "infra/checks/knip.json", "--no-progress"] },
]

export interface CheckResult {
  readonly passed: boolean
  readonly said: string
}

export function runCheck({ args }: Check): Promise<CheckResult | "missing"> {
  const [script = ""] = args
  if (!existsSync(script)) return Promise.resolve("missing")
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } })
    const said: Buffer[] = []
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk))
    child.once("close", (code) => resolve({ passed: code === 0, said: Buffer.concat(said).toString().trim() }))
  })
}
