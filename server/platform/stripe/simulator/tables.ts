import { branded } from "#server/kernel/brand.ts"
import type { Change, Kind, Records } from "./records.ts"

/** Objects by kind and id, in the order of their making. */
export type Tables = { readonly [K in Kind]: Map<string, Records[K]> }

export function newTables(): Tables {
  return {
    intent: new Map(),
    method: new Map(),
    charge: new Map(),
    refund: new Map(),
    customer: new Map(),
    transaction: new Map(),
    account: new Map(),
    balance: new Map(),
    transfer: new Map(),
    reversal: new Map(),
    link: new Map(),
    event: new Map(),
    delivery: new Map(),
    answer: new Map(),
  }
}

export function find<K extends Kind>(tables: Tables, kind: K, id: string): Records[K] | undefined {
  return tables[kind].get(id)
}

export function keep<K extends Kind>(tables: Tables, kind: K, record: Records[K]): void {
  tables[kind].set(record.id, record)
}

export function changeOf<K extends Kind>(kind: K, record: Records[K]): Change {
  return branded<Change>([kind, record])
}
