import { z } from "zod"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { changeSearchSettings, requestReindex, searchSettingsRequest } from "#server/domain/search/index.ts"

/** Everything that the page's buttons can ask for. */
export const searchDeed = z.discriminatedUnion("do", [
  searchSettingsRequest.extend({ do: z.literal("settings") }),
  z.object({ do: z.literal("reindex") }),
])

/** Answers whether the index is being made anew. @throws Refusal search.bad-synonyms */
export async function doSearchDeed(ctx: TenantContext, deed: z.infer<typeof searchDeed>): Promise<boolean> {
  if (deed.do === "settings") return changeSearchSettings(ctx, deed)
  await requestReindex(ctx)
  return true
}
