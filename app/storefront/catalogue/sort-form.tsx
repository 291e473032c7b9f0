import { Form, useSubmit } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Select } from "#app/ui/select.tsx"

/** Sorts at once with scripts, by its button without. */
export function SortForm({ sort }: { sort: string }) {
  const t = useText("storefront")
  const submit = useSubmit()
  const choices = [
    { value: "newest", label: t("sort.newest") },
    { value: "price-asc", label: t("sort.price-asc") },
    { value: "price-desc", label: t("sort.price-desc") },
    { value: "title", label: t("sort.title") },
  ]
  return (
    <Form method="get" className="flex items-end gap-2">
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
