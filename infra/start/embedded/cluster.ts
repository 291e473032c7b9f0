import { execFile } from "node:child_process"
import { createHash, randomBytes } from "node:crypto"
import { chownSync, existsSync, readFileSync } from "node:fs"
import { chown, mkdir, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import { z } from "zod"
import { type Account, accountForPostgres, isOpenToOthers } from "./account.ts"
import { nativeFolder, reachableFolder, versionOf } from "./binaries.ts"
import { PlainFailure } from "./plain-failure.ts"

export const ownerName = "rialto"

const memory = z.object({ password: z.string().min(20), port: z.number().int().optional() })

/** A database cluster on disk: made once, then only found again. */
export interface Cluster {
  readonly folder: string
  readonly native: string
  readonly account: Account | undefined
  readonly log: string
  readonly password: string
  readonly rememberedPort: number | undefined
  remember(port: number): Promise<void>
}

/**
 * Where root keeps what its lent account must reach, when the project lies in a closed folder such as /root.
 * Named by the data folder, so that two checkouts never share.
 */
export function shelterFor(dataDir: string): string {
  return join("/var/lib/rialto", createHash("sha256").update(dataDir).digest("hex").slice(0, 16))
}

export function clusterFolder(dataDir: string): string {
  const needsShelter = process.getuid?.() === 0 && existsSync(dataDir) && !isOpenToOthers(dataDir)
  return join(needsShelter ? shelterFor(dataDir) : dataDir, "cluster")
}

export async function openCluster(dataDir: string): Promise<Cluster> {
  await mkdir(dataDir, { recursive: true, mode: 0o755 })
  const folder = clusterFolder(dataDir)
  const place = dirname(folder)
  await mkdir(place, { recursive: true, mode: 0o755 })
  const account = accountForPostgres(folder)
  const found = await nativeFolder()
  const native =
    account === undefined ? found : await reachableFolder(found, join("/var/lib/rialto", `binaries-${versionOf(found)}`))

  const note = join(dataDir, "embedded.json")
  const known = existsSync(folder) && existsSync(note) ? memory.parse(JSON.parse(readFileSync(note, "utf8"))) : undefined
  const password = known?.password ?? randomBytes(24).toString("hex")
  const write = (port?: number) => writeFile(note, JSON.stringify({ password, port }), { mode: 0o600 })
  if (known === undefined) {
    await rm(folder, { recursive: true, force: true })
    await write()
    await initialise({ folder, native, account, password })
  }
  return { folder, native, account, log: join(place, "log"), password, rememberedPort: known?.port, remember: write }
}

/** Nothing of ours: PostgreSQL reads PG… variables, and a locale may be set that this machine does not have. */
export function quietEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: "production", PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" }
}

/** Made beside its place and moved there when complete: a run killed half-way leaves no half cluster. */
async function initialise(wish: Pick<Cluster, "folder" | "native" | "account" | "password">): Promise<void> {
  const { folder, native, account, password } = wish
  const fresh = `${folder}.new`
  const secret = `${folder}.secret`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  await writeFile(secret, password, { mode: 0o600 })
  if (account !== undefined) {
    await chown(fresh, account.uid, account.gid)
    chownSync(secret, account.uid, account.gid)
  }
  const flags = ["--locale-provider=builtin", "--locale=C.UTF-8", "--encoding=UTF8", "--auth=scram-sha-256"]
  const command = [`--pgdata=${fresh}`, `--username=${ownerName}`, `--pwfile=${secret}`, "--wal-segsize=16", ...flags]
  try {
    await promisify(execFile)(join(native, "bin", "initdb"), command, {
      env: quietEnvironment(),
      cwd: dirname(fresh),
      ...account,
    })
    await rename(fresh, folder)
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim().split("\n")[0] : String(error)
    throw new PlainFailure(`PostgreSQL could not make its data folder ${folder}: ${said}`)
  } finally {
    await rm(secret, { force: true })
    await rm(fresh, { recursive: true, force: true })
  }
}
