import type { SteadyForm } from "#app/console/form/steady-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { type Column, DataTable } from "#app/ui/data-table.tsx"
import { IconButton } from "#app/ui/icon-button.tsx"
import type { RuledCard, SearchRuleKind } from "#server/domain/search/index.ts"

interface Props {
  caption: string
  words: string
  cards: readonly RuledCard[]
  form: SteadyForm
  empty: string
}

/** Products of a question in the order in which shoppers see them. */
export function RuledList({ caption, words, cards, form, empty }: Props) {
  const t = useText("console")
  const pins = cards.filter(({ kind }) => kind === "pin")
  const columns: Column<RuledCard>[] = [
    { key: "product", label: t("search.column.product"), heading: true, cell: ({ title }) => title },
    { key: "rule", label: t("search.column.rule"), cell: ({ kind }) => t(`search.rule.${kind}`) },
    {
      key: "do",
      label: "",
      cell: (card) => <Choices {...{ words, card, form }} isFirst={pins[0] === card} isLast={pins.at(-1) === card} />,
    },
  ]
  const nothing = <p className="p-5 text-muted">{empty}</p>
  return <DataTable {...{ caption, columns }} rows={cards} rowKey={({ id }) => id} empty={nothing} />
}

interface ChoicesProps {
  words: string
  card: RuledCard
  form: SteadyForm
  isFirst: boolean
  isLast: boolean
}

const others: { readonly [K in SearchRuleKind]: readonly SearchRuleKind[] } = {
  pin: ["none"],
  hide: ["none"],
  none: ["pin", "hide"],
}

function Choices({ words, card: { id, title, kind }, form: { Form, doing }, isFirst, isLast }: ChoicesProps) {
  const t = useText("console")
  return (
    <Form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="words" value={words} />
      <input type="hidden" name="productId" value={id} />
      {kind === "pin" && (
        <>
          <IconButton
            type="submit"
            icon="up"
            name="do"
            value="earlier"
            label={t("search.earlier", { title })}
            disabled={isFirst}
          />
          <IconButton type="submit" icon="down" name="do" value="later" label={t("search.later", { title })} disabled={isLast} />
        </>
      )}
      {others[kind].map((other) => (
        <Button
          key={other}
          name="do"
          value={other}
          look="secondary"
          size="small"
          busy={doing !== undefined}
          aria-label={`${t(`search.do.${other}`)}: ${title}`}
        >
          {t(`search.do.${other}`)}
        </Button>
      ))}
    </Form>
  )
}
