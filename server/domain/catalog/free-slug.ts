import { fragment } from "#server/context/fragment.ts"
import type { Work } from "#server/context/work.ts"
import { slugFrom } from "#server/kernel/slug.ts"

const tables = { product: fragment`product`, category: fragment`category` }

/** The address that a title asks for; with a number after it when the shop has such a one; from `id` when it has no letter. */
export async function freeSlug({ sql, tenantId }: Work, table: keyof typeof tables, title: string, id: string): Promise<string> {
  const wish = slugFrom(title) || id.slice(-10)
  const rows = await sql<{
    slug: string
  }>`select slug from ${tables[table]} where tenant_id = ${tenantId} and starts_with(slug, ${wish})`
  const taken = new Set(rows.map((row) => row.slug))
  if (!taken.has(wish)) return wish
  for (let n = 2; ; n++) if (!taken.has(`${wish}-${n}`)) return `${wish}-${n}`
}
