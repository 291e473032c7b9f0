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
import { listStock, mostPieces, setOnHand } from "#server/domain/inventory/index.ts"
import { StockTable } from "./stock-table.tsx"
import { wholeNumber } from "#server/messages/whole-number.ts"

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await shopOf(args)
  const { q, page } = readListQuery(args.request)
  return { q, list: await listStock(ctx, { query: q, page }) }
}

const count = z.object({ variantId: z.string().max(64), onHand: wholeNumber(0, mostPieces) })

/** The merchant has counted. Saying it twice changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await shopOf(args)
  const sent = await readForm(args, count)
  const variantId = sent.ok ? sent.value.variantId : String(sent.values["variantId"] ?? "")
  if (!sent.ok) return data({ variantId, problem: sent.errors["onHand"] ?? Object.values(sent.errors)[0] ?? "" }, 422)
  const set = await orRefusal(args.context, () => setOnHand(ctx, variantId, sent.value.onHand))
  return set.ok ? { variantId, problem: "" } : data({ variantId, problem: set.refusal.message }, set.refusal.status)
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.stock")

export default function Stock() {
  const { q, list } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("console")
  const path = useShopPath()
  const href = (page: number) =>
    `${path("stock")}?${new URLSearchParams({ ...(q && { q }), ...(page > 1 && { page: String(page) }) })}`
  const empty = (
    <EmptyState title={t(q ? "products.none" : "stock.empty")}>{t(q ? "products.none.text" : "stock.empty.text")}</EmptyState>
  )
  return (
    <>
      <PageHeader
        title={t("stock.title")}
        lead={t("stock.lead")}
        actions={<SearchForm action={path("stock")} query={q} placeholder={t("products.search")} />}
      />
      <StockTable list={list} scope={`${q} ${list.page}`} answer={answer} empty={empty} />
      <Pagination page={list.page} pages={list.pages} href={href} />
    </>
  )
}
