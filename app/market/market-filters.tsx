import { Form, useSubmit } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import type { MarketResult, MarketWish } from "#server/domain/search/index.ts"

interface Props {
  wish: MarketWish
  shops: MarketResult["shops"]
}

/** A plain form by GET that answers at each choice; without scripts by its button. */
export function MarketFilters({ wish, shops }: Props) {
  const t = useText("market")
  const submit = useSubmit()
  const chosen = wish.shops.filter((slug) => !shops.some(({ value }) => value === slug))
  const all = [...shops, ...chosen.map((value) => ({ value, label: value, count: 0 }))]
  return (
    <Form
      key={JSON.stringify(wish)}
      method="get"
      action="/search"
      className="panel mb-6 grid gap-3 p-4"
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
    >
      <input type="hidden" name="q" value={wish.words} />
      <fieldset className="min-w-0">
        <legend className="label mb-1">{t("search.shops")}</legend>
        <div className="flex flex-wrap gap-x-6">
          {all.map(({ value, label, count }) => (
            <Choice key={value} name="shop" value={value} label={label} count={count} isChosen={wish.shops.includes(value)} />
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Choice name="stock" value="1" label={t("search.in-stock")} isChosen={wish.isAvailable} />
        <Choice name="grouped" value="1" label={t("search.grouped")} isChosen={wish.isGrouped} />
        <noscript>
          <Button look="secondary">{t("search.apply")}</Button>
        </noscript>
      </div>
    </Form>
  )
}

interface ChoiceProps {
  name: string
  value: string
  label: string
  count?: number
  isChosen: boolean
}

function Choice({ name, value, label, count, isChosen }: ChoiceProps) {
  return (
    <label className="filter-value">
      <input type="checkbox" defaultChecked={isChosen} {...{ name, value }} />
      <span>{label}</span>
      {count !== undefined && <span className="text-muted tabular-nums">{count}</span>}
    </label>
  )
}
