import path from "node:path"
import { branded } from "#server/kernel/brand.ts"
import { openJournal } from "./journal.ts"
import { readJournal, rewriteJournal } from "./journal-file.ts"
import { type Change, type Kind, kinds, type Look, type Records } from "./records.ts"
import { lockFolder } from "./store-lock.ts"
import { find, keep, newTables, type Tables } from "./tables.ts"

/** All objects in memory, every change in a journal on disk: no look-up waits, and no acknowledged charge is lost. */
export interface Store extends Look {
  /** All of a kind, oldest first. */
  all<K extends Kind>(kind: K): Iterable<Records[K]>
  /** Takes effect at once and as a whole; answer nobody before `durable`. */
  commit(changes: readonly Change[]): void
  durable(): Promise<void>
  close(): Promise<void>
}

const keySeconds = 24 * 3600
const eventSeconds = 30 * 24 * 3600

export async function openStore(folder: string, now: number): Promise<Store> {
  const release = await lockFolder(folder)
  const file = path.join(folder, "journal.jsonl")
  const tables = newTables()
  const lines = await readJournal(file, (entry) => apply(tables, branded<readonly Change[]>(entry)))
  forgetOld(tables, now)
  if (tables.balance.size === 0) sumBalances(tables)
  if (lines > 2 * size(tables) + 1_000) await rewriteJournal(file, everything(tables))
  const journal = await openJournal(file)
  return {
    get: (kind, id) => find(tables, kind, id),
    all: (kind) => tables[kind].values(),
    commit: (changes) => {
      if (changes.length === 0) return
      apply(tables, changes)
      journal.append(changes)
    },
    durable: journal.durable,
    close: async () => {
      await journal.close().finally(release)
    },
  }
}

function apply(tables: Tables, changes: readonly Change[]): void {
  for (const [kind, record] of changes) keep(tables, kind, record)
}

/** As Stripe does: idempotency keys live a day, events a month. */
function forgetOld(tables: Tables, now: number): void {
  for (const [key, answer] of tables.answer) if (answer.at < now - keySeconds) tables.answer.delete(key)
  for (const [id, link] of tables.link) if (link.expiresAt < now) tables.link.delete(id)
  for (const [id, event] of tables.event) {
    if (event.created >= now - eventSeconds) continue
    tables.event.delete(id)
    tables.delivery.delete(id)
  }
}

/** For what was written before there were balances. */
function sumBalances(tables: Tables): void {
  for (const { amount, fee, currency, account } of tables.transaction.values()) {
    const id = `${account ?? "platform"} ${currency}`
    tables.balance.set(id, { id, amount: (tables.balance.get(id)?.amount ?? 0) + amount - fee })
  }
}

function size(tables: Tables): number {
  return kinds.reduce((sum, kind) => sum + tables[kind].size, 0)
}

function* everything(tables: Tables): Iterable<unknown> {
  for (const kind of kinds) for (const record of tables[kind].values()) yield [[kind, record]]
}
