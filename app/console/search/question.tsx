import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { z } from "zod"
import { consoleMeta } from "#app/console/console-meta.ts"
import { useSteadyForm } from "#app/console/form/steady-form.ts"
import { managedShopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { orRefusal } from "#app/http/answer.ts"
import { searchText } from "#app/http/page-query.ts"
import { readForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Section } from "#app/ui/section.tsx"
import { listAllProducts } from "#server/domain/catalog/index.ts"
import { moveSearchPin, ruledQuestion, searchRuleKinds, setSearchRule } from "#server/domain/search/index.ts"
import { OtherProducts } from "./other-products.tsx"
import { RuledList } from "./ruled-list.tsx"

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await managedShopOf(args)
  const asked = new URL(args.request.url).searchParams
  const words = searchText.parse(asked.get("words"))
  const title = searchText.parse(asked.get("title"))
  const question = await ruledQuestion(ctx, words)
  if (question.words === "") throw redirectTo(`/shops/${ctx.tenant.slug}/search`)
  const known = new Set([...question.shown, ...question.hidden].map(({ id }) => id))
  const others = title === "" ? [] : (await listAllProducts(ctx, { query: title, perPage: 24 })).products
  const free = others.filter(({ id, status }) => status === "published" && !known.has(id)).slice(0, 8)
  return { question, title, others: free.map(({ id, title }) => ({ id, title })) }
}

const deed = z.object({
  do: z.enum([...searchRuleKinds, "earlier", "later"]),
  words: z.string().max(120),
  productId: z.string().max(64),
})

export async function action(args: ActionFunctionArgs) {
  const ctx = await managedShopOf(args)
  const sent = await readForm(args, deed)
  if (!sent.ok) return data({ problem: Object.values(sent.errors)[0] ?? "" }, 422)
  const { words, productId, do: wish } = sent.value
  const done = await orRefusal(args.context, () =>
    wish === "earlier" || wish === "later"
      ? moveSearchPin(ctx, words, productId, wish === "earlier" ? -1 : 1)
      : setSearchRule(ctx, words, productId, wish),
  )
  return done.ok ? { problem: "" } : data({ problem: done.refusal.message }, done.refusal.status)
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => consoleMeta(matches, "title.search", data?.question.words)

/** What one question finds, and the merchant's word on it. */
export default function Question() {
  const { question, title, others } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const { form, said } = useSteadyForm<typeof action>()
  const { problem } = said ?? told ?? { problem: "" }
  const t = useText("console")
  const path = useShopPath()
  const { words, total, shown, hidden } = question
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("search.title"), href: path("search") }, { label: words }]} />
      <PageHeader title={t("search.question.title", { words })} lead={t("search.question.lead", { count: total })} />
      {problem && <Notice tone="danger" title={problem} live />}
      <RuledList caption={t("search.shown")} cards={shown} {...{ words, form }} empty={t("search.shown.none")} />
      {hidden.length > 0 && (
        <Section title={t("search.hidden")}>
          <RuledList caption={t("search.hidden")} cards={hidden} {...{ words, form }} empty="" />
        </Section>
      )}
      <Section title={t("search.others")}>
        <OtherProducts {...{ words, title, others, form }} />
      </Section>
    </>
  )
}
