import { build as bundle } from "esbuild"
import { build, generateClient } from "#infra/start/build-steps.ts"

/** What a fleet runs is what `npm start` runs. Quick when nothing has changed. */
export async function prepareBuild(): Promise<void> {
  await bundle({
    entryPoints: ["infra/start/database.ts", "infra/start/bundle.ts"],
    ...{ outdir: "build/start", bundle: true, platform: "node", format: "esm", target: "node20", packages: "external" },
    logLevel: "error",
  })
  await generateClient()
  await build()
}
