import { Link } from "@remix-run/react"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { type Column, DataTable } from "#app/ui/data-table.tsx"
import type { AskedQuestion, QuestionWithRules } from "#server/domain/search/index.ts"

/** Questions of shoppers and what became of them; each leads to what can be done about it. */
export function AskedTable({
  caption,
  questions,
  empty,
}: {
  caption: string
  questions: readonly AskedQuestion[]
  empty: string
}) {
  const t = useText("console")
  const { number } = useFormats()
  const columns: Column<AskedQuestion>[] = [
    { key: "words", label: t("search.column.words"), heading: true, cell: ({ words }) => <Question words={words} /> },
    { key: "asked", label: t("search.column.asked"), amount: true, cell: ({ asked }) => number(asked) },
    { key: "found", label: t("search.column.found"), amount: true, cell: ({ found }) => number(found) },
    { key: "clicks", label: t("search.column.clicks"), amount: true, cell: ({ clicks }) => number(clicks) },
    { key: "sales", label: t("search.column.sales"), amount: true, cell: ({ sales }) => number(sales) },
  ]
  const nothing = <p className="p-5 text-muted">{empty}</p>
  return <DataTable caption={caption} columns={columns} rows={questions} rowKey={({ words }) => words} empty={nothing} />
}

export function RuledTable({ questions }: { questions: readonly QuestionWithRules[] }) {
  const t = useText("console")
  const { number } = useFormats()
  const columns: Column<QuestionWithRules>[] = [
    { key: "words", label: t("search.column.words"), heading: true, cell: ({ words }) => <Question words={words} /> },
    { key: "pinned", label: t("search.column.pinned"), amount: true, cell: ({ pinned }) => number(pinned) },
    { key: "hidden", label: t("search.column.hidden"), amount: true, cell: ({ hidden }) => number(hidden) },
  ]
  const nothing = <p className="p-5 text-muted">{t("search.rules.none")}</p>
  return (
    <DataTable caption={t("search.rules")} columns={columns} rows={questions} rowKey={({ words }) => words} empty={nothing} />
  )
}

function Question({ words }: { words: string }) {
  const path = useShopPath()
  return (
    <Link className="text-link break-words" to={`${path("search", "question")}?${new URLSearchParams({ words })}`}>
      {words}
    </Link>
  )
}
