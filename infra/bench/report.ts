import { mkdirSync, writeFileSync } from "node:fs"
import { cpus, loadavg } from "node:os"
import { join } from "node:path"

export type Row = Readonly<Record<string, string | number | undefined>>

/** What a benchmark found: tables for people, `figures` for machines. */
export interface Report {
  readonly tables: readonly { readonly title: string; readonly rows: readonly Row[] }[]
  readonly figures: Readonly<Record<string, unknown>>
  /** Broken promises. A benchmark that finds any has failed, however fast it was. */
  readonly broken: readonly string[]
}

/** Prints the tables, then what is broken, then one line of JSON, which is also kept in `.data/bench/<name>.json`. */
export function publish(name: string, report: Report, loadBefore: number): void {
  for (const { title, rows } of report.tables) process.stdout.write(`\n${title}\n${table(rows)}`)
  for (const sentence of report.broken) process.stdout.write(`BROKEN: ${sentence}\n`)
  const machine = {
    node: process.version,
    cpus: cpus().length,
    model: cpus()[0]?.model ?? "",
    loadBefore,
    loadAfter: loadavg()[0],
  }
  const json = JSON.stringify({ bench: name, at: new Date().toISOString(), machine, ...report.figures, broken: report.broken })
  const folder = join(".data", "bench")
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${json}\n`)
  process.stdout.write(`\n${json}\n`)
}

function table(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? "")))]
  const widths = names.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  const isNumber = names.map((name) => rows.every((row) => typeof row[name] !== "string"))
  return cells
    .map(
      (line) =>
        `  ${line
          .map((cell, at) => pad(cell, widths[at] ?? 0, isNumber[at] ?? false))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("")
}

function pad(cell: string, width: number, right: boolean): string {
  return right ? cell.padStart(width) : cell.padEnd(width)
}
