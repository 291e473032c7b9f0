import { build } from "esbuild"

const entries = {
  "server/index": "infra/start/serve.ts",
  "workers/training/index": "workers/training/index.ts",
  "prisma/seed/index": "prisma/seed/index.ts",
}

// Shared chunks: what two entries use is one module, should one of them import the other later.
await build({
  entryPoints: entries,
  outdir: "build",
  outbase: ".",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  splitting: true,
  chunkNames: "server/shared/[hash]",
  sourcemap: true,
  sourcesContent: false,
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "error",
})
