import type { PlatformTables } from "#prisma/platform.ts"
import { newId } from "#server/kernel/ids.ts"

/**
 * How often this process used the platform's role, for what and in whose name. What changes something on somebody's decision has an entry
 * of its own besides.
 */
export interface PlatformUses {
  count(purpose: string, actor: string): void
  /** Adds what was counted since the last time to the audit, a row for each purpose and name. What could not be written is counted on. */
  write(tables: PlatformTables, at: Date): Promise<void>
}

export function createPlatformUses(): PlatformUses {
  let counts = new Map<string, number>()
  const add = (key: string, more: number) => counts.set(key, (counts.get(key) ?? 0) + more)
  return {
    count: (purpose, actor) => void add(JSON.stringify([purpose, actor]), 1),
    async write(tables, at) {
      if (counts.size === 0) return
      const taken = counts
      counts = new Map()
      const rows = [...taken].map(([key, uses]) => {
        const [purpose, actor]: string[] = JSON.parse(key)
        return { id: newId("use", at.getTime()), purpose, actor, uses }
      })
      try {
        await tables.transact(
          ({ sql }) => sql`
            insert into platform_use (id, purpose, actor, uses, at)
            select id, purpose, actor, uses, ${at}::timestamptz
            from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as u (id text, purpose text, actor text, uses int)`,
        )
      } catch (error) {
        for (const [key, uses] of taken) add(key, uses)
        throw error
      }
    },
  }
}
