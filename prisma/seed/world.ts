import { createHash } from "node:crypto"
import { hours } from "#server/kernel/clock.ts"
import { catalogRows } from "./catalog/catalog-rows.ts"
import type { PlannedShop } from "./catalog/plan.ts"
import { planShop } from "./catalog/plan-shop.ts"
import { shopRows } from "./catalog/shop-rows.ts"
import { historyRows } from "./history/history-rows.ts"
import { peopleRows } from "./people-rows.ts"
import { shops } from "./shops/shops.ts"
import { emptyTables, rowsText, type Tables, tableOrder } from "./tables.ts"

export interface WorldWish {
  readonly seedNumber: number
  readonly apexHost: string
  readonly now: Date
}

export interface World {
  readonly shops: readonly PlannedShop[]
  readonly tables: Tables
}

/**
 * The whole demo world, in memory. Equal wishes give equal worlds, ids and tokens included; time is told from the
 * hour in which `now` lies, so two runs within one hour agree as well.
 */
export async function buildWorld({ seedNumber, apexHost, now: exactly }: WorldWish): Promise<World> {
  const now = Math.floor(exactly.getTime() / hours(1)) * hours(1)
  const tables = emptyTables()
  const planned = shops.map((source) => planShop(source, seedNumber, now, apexHost))
  for (const shop of planned) {
    shopRows(tables, shop, seedNumber)
    catalogRows(tables, shop, seedNumber, now)
  }
  const customers = await peopleRows(tables, planned, seedNumber, now, apexHost)
  for (const shop of planned) historyRows(tables, shop, customers.get(shop.tenantId) ?? [], seedNumber, now)
  return { shops: planned, tables }
}

/** One short text that differs when any row does. */
export function digestOf({ tables }: World): string {
  const hash = createHash("sha256")
  for (const name of tableOrder) hash.update(name).update(rowsText(tables[name]))
  return hash.digest("hex")
}
