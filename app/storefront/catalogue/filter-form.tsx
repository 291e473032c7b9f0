import { Form, useLocation, useSubmit } from "@remix-run/react"
import type { ReactNode } from "react"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import type { SearchFacets } from "#server/ports/product-search.ts"
import type { PriceHint } from "./find-goods.ts"
import type { ChosenFilter } from "./search-address.ts"

export interface FilterFormProps {
  facets: Omit<SearchFacets, "price">
  chosen: readonly ChosenFilter[]
  words: string
  sort: string
  /** Answers at each choice, where there is room to see it. */
  isPrompt?: boolean
  price: PriceHint | null
  /** The page is of one category: there is nothing to choose there. */
  isShelf?: boolean
}

/** A plain form by GET: without scripts its button sends it. */
export function FilterForm({ facets, chosen, words, sort, price, isPrompt = false, isShelf = false }: FilterFormProps) {
  const t = useText("storefront")
  const submit = useSubmit()
  const { pathname } = useLocation()
  const isChosen = (name: string, value: string) => chosen.some((filter) => filter.name === name && filter.value === value)
  const textOf = (name: string) => chosen.find((filter) => filter.name === name)?.value ?? ""
  const key = chosen.map(({ name, value }) => `${name}=${value}`).join("&")
  return (
    <Form
      key={key}
      method="get"
      action={pathname}
      onChange={(event) => {
        const isTyped = event.target instanceof HTMLInputElement && event.target.type === "text"
        if (isPrompt && !isTyped) submit(event.currentTarget, { preventScrollReset: true })
      }}
    >
      {words !== "" && <input type="hidden" name="q" value={words} />}
      {sort !== "" && <input type="hidden" name="sort" value={sort} />}
      {!isShelf && <Group legend={t("search.category")} name="category" values={facets.categories} {...{ isChosen }} />}
      {facets.options.map(({ name, values }) => (
        <Group
          key={name}
          legend={name}
          name="option"
          values={values.map((facet) => ({ ...facet, value: `${name}:${facet.value}` }))}
          {...{ isChosen }}
        />
      ))}
      {price && (
        <fieldset className="filter-group">
          <legend>{t("search.price")}</legend>
          <div className="flex items-center gap-2">
            <Bound name="from" label={t("search.price-from")} hint={price.least} value={textOf("from")} />
            <span aria-hidden="true">–</span>
            <Bound name="to" label={t("search.price-to")} hint={price.most} value={textOf("to")} />
          </div>
        </fieldset>
      )}
      <Group
        legend={t("search.availability")}
        name="stock"
        values={[{ value: "1", label: t("search.in-stock"), count: facets.available }]}
        {...{ isChosen }}
      />
      {facets.ratings.length > 0 && (
        <Group
          legend={t("search.rating")}
          name="rating"
          values={facets.ratings.map((facet) => ({ ...facet, label: t("search.rating-least", { stars: facet.value }) }))}
          {...{ isChosen }}
        />
      )}
      <Group legend={t("search.vendor")} name="vendor" values={facets.vendors} {...{ isChosen }} />
      <Button look={isPrompt ? "secondary" : "primary"} wide className="mt-3">
        {t("search.apply")}
      </Button>
    </Form>
  )
}

interface GroupProps {
  legend: ReactNode
  name: string
  values: readonly { value: string; label: string; count: number }[]
  isChosen: (name: string, value: string) => boolean
}

function Group({ legend, name, values, isChosen }: GroupProps) {
  if (values.length === 0) return null
  return (
    <fieldset className="filter-group">
      <legend>{legend}</legend>
      <div className="filter-list">
        {values.map(({ value, label, count }) => (
          <label key={value} className="filter-value">
            <input type="checkbox" name={name} value={value} defaultChecked={isChosen(name, value)} />
            <span>{label}</span>
            <span className="text-muted tabular-nums">{count}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Bound({ name, label, hint, value }: { name: string; label: string; hint: string; value: string }) {
  return (
    <input
      type="text"
      inputMode="decimal"
      className="control"
      maxLength={20}
      aria-label={label}
      placeholder={hint}
      defaultValue={value}
      {...{ name }}
    />
  )
}
