import { existsSync, readFileSync } from "node:fs"
import { z } from "zod"
import type { DatabaseView } from "./database-steps.ts"

const signIns = z.array(z.object({ site: z.string(), who: z.string(), email: z.string(), password: z.string() }))

/** Addresses and demo sign-ins. The seed leaves the latter in `sign-ins.json` of its data folder. */
export function welcome(port: number, view: DatabaseView, signInsFile: string): string {
  const at = (host: string) => `http://${host}:${port}`
  const rows: [string, string][] = [
    ["The market", at("localhost")],
    ...view.shops.map(({ name, host }): [string, string] => [name, at(host)]),
    ["Merchants", at("console.localhost")],
    ["The platform", at("admin.localhost")],
  ]
  const people = existsSync(signInsFile) ? signIns.parse(JSON.parse(readFileSync(signInsFile, "utf8"))) : []
  const wide = Math.max(...[...rows.map(([name]) => name), ...people.map(({ who }) => who)].map(columns))
  const pad = (name: string) => name + " ".repeat(wide - columns(name))
  const lines = ["", "Rialto is open.", "", ...rows.map(([name, address]) => `  ${pad(name)}  ${address}`)]
  if (people.length > 0) {
    lines.push("", "Sign in to look around:", "")
    for (const { site, who, email, password } of people) lines.push(`  ${pad(who)}  ${email}  ${password}  (${at(site)})`)
  }
  return `${[...lines, "", "Ctrl-C closes it.", ""].join("\n")}\n`
}

/** Han and its like take two columns of a terminal. */
function columns(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(sign) ? 2 : 1),
    0,
  )
}
