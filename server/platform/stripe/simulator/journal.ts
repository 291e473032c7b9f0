import { type FileHandle, open } from "node:fs/promises"

/** An append-only file of JSON lines, one per commit. A line is whole or, after a crash, not there. */
export interface Journal {
  append(entry: unknown): void
  /** Resolves when everything appended so far has reached the disk; one write and one sync serve all who wait. */
  durable(): Promise<void>
  close(): Promise<void>
}

export async function openJournal(file: string): Promise<Journal> {
  return journalOn(await open(file, "a", 0o600))
}

function journalOn(handle: FileHandle): Journal {
  let next: Batch | undefined
  let latest = Promise.resolve()
  let pumping = false
  let broken: Error | undefined

  const pump = async () => {
    pumping = true
    for (let batch = next; batch; batch = next) {
      next = undefined
      latest = batch.done
      await write(handle, batch.lines).then(batch.resolve, batch.reject)
      await batch.done.catch((cause: unknown) => {
        // Memory is now ahead of the disk: better no answers than answers that a restart takes back.
        broken ??= new Error("the journal cannot be written", { cause })
      })
    }
    pumping = false
  }
  const durable = async () => {
    await (next?.done ?? latest)
    if (broken) throw broken
  }
  return {
    append: (entry) => {
      next ??= newBatch()
      next.lines.push(`${JSON.stringify(entry)}\n`)
      // Whoever commits in this turn of the loop shares the batch.
      if (!pumping) {
        pumping = true
        setImmediate(() => void pump())
      }
    },
    durable,
    close: () => durable().finally(() => handle.close()),
  }
}

async function write(handle: FileHandle, lines: readonly string[]): Promise<void> {
  await handle.appendFile(lines.join(""))
  await handle.datasync()
}

interface Batch {
  readonly lines: string[]
  readonly done: Promise<void>
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

function newBatch(): Batch {
  let resolve: () => void = () => {}
  let reject: (reason: unknown) => void = () => {}
  const done = new Promise<void>((yes, no) => {
    resolve = yes
    reject = no
  })
  done.catch(() => {})
  return { lines: [], done, resolve, reject }
}
