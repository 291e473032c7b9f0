import { existsSync } from "node:fs"
import { spawnSync } from "node:child_process"
import { chromium } from "playwright"
import { findProgram, installByApt } from "./programs.ts"

/** The path of a Chromium to drive, or the sentence that says why there is none. */
export function findChromium(mayInstall: boolean): { path: string } | string {
  const onPath = () => findProgram("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
  const ofPlaywright = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined)
  const path =
    process.env["RIALTO_CHROMIUM"] ??
    onPath() ??
    ofPlaywright() ??
    (mayInstall && installByApt("chromium") ? onPath() : undefined) ??
    (mayInstall && downloadChromium() ? ofPlaywright() : undefined)
  return path === undefined
    ? "there is no Chromium on this machine and none could be fetched (try `npx playwright install chromium`)"
    : { path }
}

function downloadChromium(): boolean {
  const command = ["node_modules/playwright/cli.js", "install", "chromium"]
  return spawnSync(process.execPath, command, { stdio: "ignore", timeout: 240_000 }).status === 0
}
