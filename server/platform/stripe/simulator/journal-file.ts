import { open, rename, truncate } from "node:fs/promises"
import path from "node:path"

const newline = 0x0a

/**
 * Hands every whole line to `replay`, in order, and cuts off a last one that a crash left half written.
 * Answers the number of lines. Lines are split by bytes: `readline` also breaks at U+2028, which JSON leaves in strings.
 */
export async function readJournal(file: string, replay: (entry: unknown) => void): Promise<number> {
  const handle = await open(file, "a+", 0o600)
  let rest: Buffer = Buffer.alloc(0)
  let lines = 0
  let whole = 0
  for await (const chunk of handle.createReadStream({ start: 0 })) {
    rest = Buffer.concat([rest, chunk])
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
      replay(JSON.parse(rest.subarray(0, end).toString("utf8")))
      rest = rest.subarray(end + 1)
      whole += end + 1
      lines++
    }
  }
  if (rest.length > 0) await truncate(file, whole)
  return lines
}

/** Replaces the journal by one that says the same in fewer lines; a crash leaves the one or the other. */
export async function rewriteJournal(file: string, entries: Iterable<unknown>): Promise<void> {
  const fresh = await open(`${file}.new`, "w", 0o600)
  let text = ""
  for (const entry of entries) {
    text += `${JSON.stringify(entry)}\n`
    if (text.length < 1_000_000) continue
    await fresh.appendFile(text)
    text = ""
  }
  await fresh.appendFile(text)
  await fresh.sync()
  await fresh.close()
  await rename(`${file}.new`, file)
  const folder = await open(path.dirname(file), "r")
  await folder.sync().finally(() => folder.close())
}
