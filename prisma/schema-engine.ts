import { readdir, readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join, resolve } from "node:path"
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils"
import type { SchemaEngine } from "@prisma/schema-engine-wasm"
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg"
import { Pool } from "pg"
import { catalogueReader } from "./catalogue-reader.ts"

/** Every table is ours. */
export const filters = { externalTables: [], externalEnums: [] }

let loaded: Promise<void> | undefined

/** The official engine as WebAssembly, so that nothing is downloaded; it takes a third of a second to load, once. */
async function load(): Promise<void> {
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")
  const bytes = await readFile(join(dirname(glue), "schema_engine_bg.wasm"))
  const imports: WebAssembly.ModuleImports = {}
  for (const [name, value] of Object.entries(engine)) if (typeof value === "function") imports[name] = value
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": imports })
  engine.__wbg_set_wasm(instance.exports)
  const start = instance.exports["__wbindgen_start"]
  if (typeof start === "function") start()
}

export interface SchemaFile {
  readonly path: string
  readonly content: string
}

export async function readSchema(folder = "prisma/schema"): Promise<SchemaFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort()
  return Promise.all(names.map(async (name) => ({ path: name, content: await readFile(join(resolve(folder), name), "utf8") })))
}

/** Runs one piece of work with an engine on the database of `url`; the connections end with it. */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= load()
  await loaded
  const schema = await readSchema()
  const pool = new Pool({ connectionString: url, max: 2 })
  const factory = bindMigrationAwareSqlAdapterFactory(catalogueReader(pool))
  const datamodels: [string, string][] = schema.map(({ path, content }) => [path, content])
  const running = await engine.SchemaEngine.new({ datamodels }, () => undefined, factory)
  try {
    return await work(running)
  } finally {
    running.free()
    await pool.end()
  }
}
