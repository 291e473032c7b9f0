import { Form as PlainForm, useNavigation } from "@remix-run/react"
import { useState } from "react"
import type { SteadyForm } from "#app/console/form/steady-form.ts"
import { FormProblem } from "#app/form/form-problem.tsx"
import { useFirstError } from "#app/form/use-first-error.ts"
import type { FieldErrors } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextArea } from "#app/ui/text-area.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { CategoryView } from "#server/domain/catalog/index.ts"
import { CategoryField } from "./category-field.tsx"
import { MatrixFields } from "./matrix-fields.tsx"
import { OptionFields } from "./option-fields.tsx"
import type { ProductFields } from "./product-fields.ts"

interface Props {
  fields: ProductFields
  categories: readonly CategoryView[]
  /** Stock of the variants that exist: it is changed on the stock page, not here. */
  stocked?: Readonly<Record<string, number>>
  errors: FieldErrors | undefined
  submit: string
  /** Where the page stays after it. */
  steady?: SteadyForm
}

/** A product in full: words, options, and a line for each combination of them. */
export function ProductForm({ fields, categories, stocked = {}, errors, submit, steady }: Props) {
  const t = useText("console")
  const { state, formAction } = useNavigation()
  const [options, setOptions] = useState(fields.options)
  const [variants, setVariants] = useState(fields.variants)
  const form = useFirstError<HTMLFormElement>(errors)
  const busy = steady ? steady.doing !== undefined : state !== "idle" && formAction !== undefined
  const Form = steady?.Form ?? PlainForm
  return (
    <Form ref={form} method="post" className="grid gap-[var(--gap)]" noValidate>
      <FormProblem errors={errors} besides={["variants", "options"]} />
      <section className="panel grid gap-4 p-4 sm:p-5">
        <Field label={t("product.title")} error={errors?.["title"]}>
          <TextInput name="title" maxLength={160} defaultValue={fields.title} required />
        </Field>
        <Field label={t("product.description")} error={errors?.["description"]} optional>
          <TextArea name="description" rows={5} maxLength={10_000} defaultValue={fields.description} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <CategoryField
            categories={categories}
            categoryId={fields.categoryId}
            newCategory={fields.newCategory}
            errors={errors}
          />
          <Field label={t("product.vendor")} error={errors?.["vendor"]} optional>
            <TextInput name="vendor" maxLength={80} defaultValue={fields.vendor} />
          </Field>
        </div>
      </section>
      <OptionFields options={options} onChange={setOptions} errors={errors} />
      <MatrixFields options={options} variants={variants} onChange={setVariants} stocked={stocked} errors={errors} />
      <div className="flex justify-end">
        <Button size="large" icon="check" busy={busy}>
          {submit}
        </Button>
      </div>
    </Form>
  )
}
