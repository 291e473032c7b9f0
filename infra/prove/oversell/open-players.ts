import { mkdtemp, rm, symlink } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { build } from "esbuild"
import { roleUrls } from "#prisma/roles.ts"
import type { Players } from "./play.ts"
import { openStage, type Stage } from "./stage.ts"
import { openPlayer, type Player } from "./troupe.ts"

export interface Theatre {
  readonly stage: Stage
  readonly players: Players
  /** Processes and databases that were killed. */
  strikes(): number
  close(): Promise<void>
}

export interface TheatreWish {
  readonly ownerUrl: string
  /** Stops the database and starts it again: in good order, or in the middle of everything. Absent: it is not ours to stop. */
  readonly restart?: (how: "fast" | "immediate") => Promise<void>
}

/** Two web processes, a worker, and the proof's own eyes. */
export async function openTheatre({ ownerUrl, restart }: TheatreWish): Promise<Theatre> {
  const folder = await mkdtemp(join(tmpdir(), "rialto-oversell-"))
  const script = await bundled(folder)
  const { app: appUrl, platform: platformUrl } = roleUrls(ownerUrl)
  const urls = { appUrl, platformUrl }
  let aheadMs = 0
  let starts = 0
  let strikes = 0
  const stage = openStage({ ...urls, name: "eyes", aheadMs, actor: { kind: "system" } })
  const open = (role: "web" | "worker") => openPlayer(script, () => ({ role, name: `${role}${++starts}`, ...urls, aheadMs }))
  const webs = [await open("web"), await open("web")]
  const worker = await open("worker")
  const everybody: readonly Player[] = [...webs, worker]
  const tellTime = (player: Player) => player.ask({ do: "set-clock", aheadMs })
  const kill = async (player: Player | undefined) => {
    await player?.kill()
    // While it was started, time may have passed that it was not told of.
    if (player) await tellTime(player)
  }
  const players: Players = {
    webs,
    worker,
    async advance(ms) {
      aheadMs += ms
      stage.clock.advance(ms)
      await Promise.all(everybody.map(tellTime))
    },
    async strike(disaster) {
      strikes += 1
      if (disaster === "web") await kill(webs[strikes % webs.length])
      if (disaster === "worker") await kill(worker)
      if (disaster === "database") await restart?.("fast")
      if (disaster === "database-crash") await restart?.("immediate")
    },
  }
  return {
    stage,
    players,
    strikes: () => strikes,
    async close() {
      await Promise.all(everybody.map((player) => player.end()))
      await stage.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A bundle starts in a fraction of the time: it is started often. */
async function bundled(folder: string): Promise<string> {
  const outfile = join(folder, "stock-child.mjs")
  await build({
    entryPoints: ["infra/prove/oversell/stock-child.ts"],
    ...{ outfile, bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", logLevel: "error" },
  })
  await symlink(resolve("node_modules"), join(folder, "node_modules"))
  return outfile
}
