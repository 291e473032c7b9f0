import { Form } from "@remix-run/react"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"

/** Leads to the page of one question. */
export function QuestionField() {
  const t = useText("console")
  const path = useShopPath()
  return (
    <Form
      method="get"
      action={path("search", "question")}
      className="mb-5 grid items-end gap-3 sm:max-w-xl sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <Field label={t("search.question")}>
        <TextInput name="words" maxLength={80} required />
      </Field>
      <Button look="secondary">{t("search.question.open")}</Button>
    </Form>
  )
}
