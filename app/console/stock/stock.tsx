import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { z } from "zod"
import { consoleMeta } from "#app/console/console-meta.ts"
import { readListQuery } from "#app/console/list-query.ts"
import { shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Pagination } from "#app/ui/pagination.tsx"
import { SearchForm } from "#app/ui/search-form.tsx"
import { listLocations, listStock, mostPieces, readStockSettings, setOnHand } from "#server/domain/inventory/index.ts"
import { wholeNumber } from "#server/messages/whole-number.ts"
import { StockTable } from "./stock-table.tsx"
import { StockTabs } from "./stock-tabs.tsx"

const view = z.object({ low: z.literal("1").optional().catch(undefined), at: z.string().max(64).optional().catch(undefined) })

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await shopOf(args)
  const { q, page } = readListQuery(args.request)
  const { low, at } = view.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  const [list, locations, { lowAt }] = await Promise.all([
    listStock(ctx, { query: q, page, low: low !== undefined }),
    listLocations(ctx),
    readStockSettings(ctx),
  ])
  const location = locations.find(({ id }) => id === at)
  return { q, list, locations, isLow: low !== undefined, at: location?.id ?? "", lowAt }
}

const count = z.object({
  variantId: z.string().max(64),
  locationId: z.string().max(64).optional(),
  onHand: wholeNumber(0, mostPieces),
})

/** The merchant has counted. Saying it twice changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await shopOf(args)
  const sent = await readForm(args, count)
  const variantId = sent.ok ? sent.value.variantId : String(sent.values["variantId"] ?? "")
  if (!sent.ok) return data({ variantId, problem: sent.errors["onHand"] ?? Object.values(sent.errors)[0] ?? "" }, 422)
  const { onHand, locationId } = sent.value
  const set = await orRefusal(args.context, () => setOnHand(ctx, variantId, onHand, locationId))
  return set.ok ? { variantId, problem: "" } : data({ variantId, problem: set.refusal.message }, set.refusal.status)
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.stock")

export default function Stock() {
  const { q, list, isLow, at, locations, lowAt } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("console")
  const path = useShopPath()
  const href = ({ page = 1, low = isLow, place = at }: { page?: number; low?: boolean; place?: string }) => {
    const search = {
      ...(q && { q }),
      ...(low && { low: "1" }),
      ...(place && { at: place }),
      ...(page > 1 && { page: String(page) }),
    }
    return `${path("stock")}?${new URLSearchParams(search)}`
  }
  const empty = isLow ? (
    <EmptyState title={t("stock.low.none")}>{t("stock.low.none.text")}</EmptyState>
  ) : (
    <EmptyState title={t(q ? "products.none" : "stock.empty")}>{t(q ? "products.none.text" : "stock.empty.text")}</EmptyState>
  )
  return (
    <>
      <PageHeader
        title={t("stock.title")}
        lead={t("stock.lead")}
        actions={<SearchForm action={path("stock")} query={q} placeholder={t("products.search")} />}
      />
      <StockTabs {...{ locations, isLow, at, href }} />
      <StockTable {...{ list, at, lowAt, answer, empty }} scope={`${q} ${list.page} ${isLow} ${at}`} />
      <Pagination page={list.page} pages={list.pages} href={(page) => href({ page })} />
    </>
  )
}
