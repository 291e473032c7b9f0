import { z } from "zod"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import { refuse } from "#server/messages/refusals.ts"
import { freeSlug } from "./free-slug.ts"
import type { ProductDraft } from "./product-draft.ts"

export const categoryForm = z.object({ name: z.string().trim().min(1).max(60) })
export type CategoryDraft = z.output<typeof categoryForm>

/** Answers the category's id: the one that is there already, when its name is. */
export function createCategory(ctx: TenantContext, name: string): Promise<string> {
  return ctx.transact((work) => recordCategory(work, name))
}

/** @throws Refusal catalog.category-not-found */
export async function categoryOf(work: Work, { newCategory, categoryId }: ProductDraft): Promise<string | null> {
  if (newCategory !== null) return recordCategory(work, newCategory)
  if (categoryId === null) return null
  const known = await work.rows.category.count({ where: { id: categoryId } })
  return known === 1 ? categoryId : refuse("catalog.category-not-found")
}

async function recordCategory(work: Work, name: string): Promise<string> {
  const { rows, tenantId, now } = work
  const known = await rows.category.findFirst({ where: { name: { equals: name, mode: "insensitive" } }, select: { id: true } })
  if (known) return known.id
  const id = newId("category", now.getTime())
  const slug = await freeSlug(work, "category", name, id)
  const position = await rows.category.count()
  await rows.category.create({ data: { tenantId, id, slug, name, position } })
  return id
}
