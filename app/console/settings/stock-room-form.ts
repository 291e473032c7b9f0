import { z } from "zod"
import type { TenantContext } from "#server/context/tenant-context.ts"
import {
  changeStockSettings,
  closeLocation,
  listLocations,
  locationName,
  mostPieces,
  openLocation,
  orderLocations,
  renameLocation,
} from "#server/domain/inventory/index.ts"
import { wholeNumber } from "#server/messages/whole-number.ts"

const locationId = z.string().max(64)

/** Everything that the page's buttons can ask for. */
export const stockRoomForm = z.discriminatedUnion("do", [
  z.object({ do: z.literal("open"), name: locationName }),
  z.object({ do: z.literal("rename"), locationId, name: locationName }),
  z.object({ do: z.literal("close"), locationId }),
  z.object({ do: z.literal("earlier"), locationId }),
  z.object({ do: z.literal("later"), locationId }),
  z.object({
    do: z.literal("settings"),
    lowAt: wholeNumber(0, mostPieces),
    alertStaff: z.literal("on").optional(),
    alertEmail: z.email().max(254).optional(),
  }),
])
export type StockRoomChange = z.infer<typeof stockRoomForm>

/** @throws Refusal as the deed of that name */
export async function changeStockRoom(ctx: TenantContext, change: StockRoomChange): Promise<void> {
  switch (change.do) {
    case "open":
      await openLocation(ctx, change.name)
      break
    case "rename":
      await renameLocation(ctx, change.locationId, change.name)
      break
    case "close":
      await closeLocation(ctx, change.locationId)
      break
    case "settings":
      await changeStockSettings(ctx, {
        lowAt: change.lowAt,
        alertStaff: change.alertStaff !== undefined,
        alertEmail: change.alertEmail ?? "",
      })
      break
    case "earlier":
    case "later":
      await moveLocation(ctx, change.locationId, change.do === "earlier" ? -1 : 1)
  }
}

async function moveLocation(ctx: TenantContext, id: string, by: 1 | -1): Promise<void> {
  const ids = (await listLocations(ctx)).map((location) => location.id)
  const at = ids.indexOf(id)
  const other = ids[at + by]
  if (at < 0 || other === undefined) return
  await orderLocations(ctx, ids.with(at, other).with(at + by, id))
}
