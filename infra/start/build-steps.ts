import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { runNode } from "./child-run.ts"
import { plainly } from "./embedded/plain-failure.ts"
import { hashOf } from "./input-hash.ts"
import { say, step } from "./progress.ts"

const schemaInputs = ["prisma/schema", "infra/build/prisma.config.ts", "node_modules/prisma/package.json"]
const buildInputs = [
  ...["app", "server", "workers", "prisma", "infra/build", "infra/start/bundle.ts"],
  ...["package.json", "package-lock.json", "tsconfig.json"],
]

/** The typed database client. Its generator is WebAssembly; the binary that its CLI insists on is never run. */
export function generateClient(): Promise<void> {
  return whenChanged("client", "prisma/generated/.inputs", schemaInputs, "generated", async () => {
    await runNode({
      what: "Generating the database client",
      args: ["node_modules/prisma/build/index.js", "generate", "--no-hints", "--config", "infra/build/prisma.config.ts"],
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    })
  })
}

/** Pages for browser and server by Vite, everything else by esbuild. */
export async function build(): Promise<void> {
  if (!existsSync("infra/start/serve.ts")) return say("-", "build", "skipped: there is no infra/start/serve.ts yet")
  await whenChanged("build", "build/.inputs", buildInputs, "built", async () => {
    await runNode({ what: "Bundling the server", args: ["build/start/bundle.js"] })
    if (!existsSync("app/root.tsx")) return say("-", "pages", "skipped: there is no app/root.tsx yet")
    await runNode({
      what: "Building the pages",
      args: ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--config", "infra/build/vite.config.ts"],
      env: { NODE_ENV: "production" },
    })
  })
}

async function whenChanged(name: string, note: string, inputs: readonly string[], done: string, work: () => Promise<void>) {
  const wanted = hashOf(inputs)
  await step(name, async () => {
    if (existsSync(note) && readFileSync(note, "utf8") === wanted) return { outcome: "unchanged, found", result: undefined }
    await work()
    try {
      mkdirSync(dirname(note), { recursive: true })
      writeFileSync(note, wanted)
    } catch (error) {
      throw plainly(error, dirname(note))
    }
    return { outcome: done, result: undefined }
  })
}
