import { Form } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { type Column, DataTable } from "#app/ui/data-table.tsx"
import type { ProductCard } from "#server/domain/catalog/index.ts"
import type { RuleKind, TrainingOverview } from "#server/domain/recommendations/index.ts"

interface Row {
  readonly card: ProductCard
  readonly kind: RuleKind
}

/** What was ruled on, then what most look at. */
export function RuleTable({ rules, popular }: Pick<TrainingOverview, "rules" | "popular">) {
  const t = useText("console")
  const rows: Row[] = [...rules, ...popular.map((card) => ({ card, kind: "none" as const }))]
  const columns: Column<Row>[] = [
    { key: "product", label: t("recs.column.product"), heading: true, cell: ({ card }) => card.title },
    { key: "rule", label: t("recs.column.rule"), cell: ({ kind }) => t(`recs.rule.${kind}`) },
    { key: "do", label: "", cell: (row) => <Choices {...row} /> },
  ]
  const empty = <p className="p-5 text-muted">{t("recs.rules.none")}</p>
  return <DataTable caption={t("recs.rules")} columns={columns} rows={rows} rowKey={({ card }) => card.id} empty={empty} />
}

function Choices({ card, kind }: Row) {
  const t = useText("console")
  const others: RuleKind[] = kind === "none" ? ["pin", "exclude"] : ["none"]
  return (
    <Form method="post" className="flex gap-2">
      <input type="hidden" name="do" value="rule" />
      <input type="hidden" name="productId" value={card.id} />
      {others.map((other) => (
        <Button key={other} name="kind" value={other} look="secondary" aria-label={`${t(`recs.do.${other}`)}: ${card.title}`}>
          {t(`recs.do.${other}`)}
        </Button>
      ))}
    </Form>
  )
}
