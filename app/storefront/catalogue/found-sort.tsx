import { Form, useLocation, useSubmit } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Select } from "#app/ui/select.tsx"
import type { ChosenFilter } from "./search-address.ts"

/** Sorts at once with scripts, by its button without; what was chosen goes along. */
export function FoundSort({ query, chosen, sort }: { query: string; chosen: readonly ChosenFilter[]; sort: string }) {
  const t = useText("storefront")
  const submit = useSubmit()
  const { pathname } = useLocation()
  const choices = [
    ...(query === "" ? [] : [{ value: "relevance", label: t("search.sort.relevance") }]),
    { value: "best-selling", label: t("search.sort.best-selling") },
    { value: "newest", label: t("sort.newest") },
    { value: "price-asc", label: t("sort.price-asc") },
    { value: "price-desc", label: t("sort.price-desc") },
  ]
  return (
    <Form method="get" action={pathname} className="flex items-end gap-2">
      {query !== "" && <input type="hidden" name="q" value={query} />}
      {chosen.map(({ name, value }) => (
        <input key={`${name}=${value}`} type="hidden" {...{ name, value }} />
      ))}
      <Select
        key={sort}
        name="sort"
        aria-label={t("sort.label")}
        defaultValue={sort}
        choices={choices}
        onChange={(event) => submit(event.currentTarget.form, { preventScrollReset: true })}
      />
      <noscript>
        <Button look="secondary">{t("sort.apply")}</Button>
      </noscript>
    </Form>
  )
}
