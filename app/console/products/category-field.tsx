import { useState } from "react"
import type { FieldErrors } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Field } from "#app/ui/field.tsx"
import { Select } from "#app/ui/select.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { CategoryView } from "#server/domain/catalog/index.ts"

interface Props {
  categories: readonly CategoryView[]
  categoryId: string
  newCategory: string
  errors: FieldErrors | undefined
}

const anew = "new"

/** One of the shop's categories, none, or a new one. Without scripts both fields are there, and the new one counts. */
export function CategoryField({ categories, categoryId, newCategory, errors }: Props) {
  const t = useText("console")
  const [chosen, setChosen] = useState(newCategory ? anew : categoryId)
  const choices = [
    { value: "", label: t("product.category.none") },
    ...categories.map(({ id, name }) => ({ value: id, label: name })),
    { value: anew, label: t("product.category.new") },
  ]
  const isNew = chosen === anew
  return (
    <div className="grid content-start gap-2">
      <Field label={t("product.category")} error={errors?.["categoryId"]} optional>
        {/* The choice of a new one is no category: it must not be sent as one. */}
        <Select
          name={isNew ? undefined : "categoryId"}
          choices={choices}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        />
      </Field>
      {isNew && (
        <Field label={t("product.category.name")} error={errors?.["newCategory"]}>
          <TextInput name="newCategory" maxLength={60} defaultValue={newCategory} />
        </Field>
      )}
      {!isNew && (
        <noscript>
          <input
            name="newCategory"
            maxLength={60}
            className="control"
            placeholder={t("product.category.name")}
            aria-label={t("product.category.name")}
          />
        </noscript>
      )}
    </div>
  )
}
