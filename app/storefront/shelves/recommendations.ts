import type { LoaderFunctionArgs } from "@remix-run/node"
import { z } from "zod"
import { tenantOf } from "#app/http/tenant-of.ts"
import { shopCard } from "#app/storefront/shop-card.ts"
import type { ProductCardView } from "#app/ui/product-card.tsx"
import { personalPlaces, personalShelves, type Reason, type ShelfKind } from "#server/domain/recommendations/index.ts"

/** A shelf as it travels: amounts as text, since JSON knows no large whole numbers. */
export interface ShelfView {
  readonly kind: ShelfKind
  readonly about?: string
  readonly items: readonly {
    readonly card: Omit<ProductCardView, "price"> & { readonly price: { readonly minor: string; readonly currency: string } }
    readonly reason: Reason
  }[]
}

export interface ShelvesView {
  /** Which arm of a comparison; empty while none runs. */
  readonly arm: string
  readonly shelves: readonly ShelfView[]
}

const perShelf = 4
const query = z.object({
  place: z.enum(personalPlaces).catch("home"),
  products: z
    .string()
    .max(2_000)
    .catch("")
    .transform((text) =>
      text
        .split(",")
        .filter((id) => id !== "")
        .slice(0, 50),
    ),
})

/** What this visitor may like, fetched by pages that are the same for everybody. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = tenantOf(context)
  const { place, products } = query.parse(Object.fromEntries(new URL(request.url).searchParams))
  const found = await personalShelves(ctx, { place, visitorId: context.visitorId, productIds: products, count: perShelf })
  const view: ShelvesView = {
    arm: found.isCompared ? found.arm : "",
    shelves: found.shelves.map((shelf) => ({
      ...shelf,
      items: shelf.items.map(({ card, reason }) => {
        const shown = shopCard(ctx.tenant.id, card)
        return { card: { ...shown, price: { minor: String(shown.price.minor), currency: shown.price.currency } }, reason }
      }),
    })),
  }
  return Response.json(view, { headers: { "Cache-Control": "private, no-store" } })
}
