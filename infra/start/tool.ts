import { spawn } from "node:child_process"
import { generateClient } from "./build-steps.ts"
import { track } from "./child-run.ts"

/** Runs a program of this folder's neighbours, on a fresh clone, too: the first argument is its place, the others are its own. */
const [entry, ...args] = process.argv.slice(2)
if (entry === undefined) throw new Error("name the program to run")
await generateClient()
const child = track(spawn(process.execPath, ["--import", "tsx", entry, ...args], { stdio: "inherit" }))
// It is told by the same terminal, and ends in its own time.
process.on("SIGINT", () => undefined)
process.on("SIGTERM", () => child.kill("SIGTERM"))
process.exitCode = await new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)))
