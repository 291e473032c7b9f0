import { mkdirSync, writeFileSync } from "node:fs"

/** For whoever wants to know more than the last line says: `.data/prove/<name>.json`. */
export function keepReport(name: string, report: object): void {
  mkdirSync(".data/prove", { recursive: true })
  writeFileSync(`.data/prove/${name}.json`, `${JSON.stringify(report)}\n`)
}
