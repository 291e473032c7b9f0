import { Form as PlainForm } from "@remix-run/react"
import type { SteadyForm } from "#app/console/form/steady-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"

interface Props {
  words: string
  /** What the list is narrowed by. */
  title: string
  others: readonly { readonly id: string; readonly title: string }[]
  form: SteadyForm
}

/** Products that the question does not find by itself, to be pinned all the same. */
export function OtherProducts({ words, title, others, form: { Form, doing } }: Props) {
  const t = useText("console")
  return (
    <>
      <PlainForm method="get" className="mb-4 grid items-end gap-3 sm:max-w-xl sm:grid-cols-[minmax(0,1fr)_auto]">
        <input type="hidden" name="words" value={words} />
        <Field label={t("search.others.title")}>
          <TextInput key={title} name="title" maxLength={120} defaultValue={title} />
        </Field>
        <Button look="secondary">{t("search.others.do")}</Button>
      </PlainForm>
      {title !== "" && others.length === 0 && <p className="text-muted">{t("search.others.none")}</p>}
      <ul className="grid gap-2 sm:max-w-xl">
        {others.map((other) => (
          <li key={other.id}>
            <Form method="post" className="panel flex items-center justify-between gap-3 p-3">
              <input type="hidden" name="words" value={words} />
              <input type="hidden" name="productId" value={other.id} />
              <span className="min-w-0 break-words">{other.title}</span>
              <Button
                name="do"
                value="pin"
                look="secondary"
                size="small"
                busy={doing !== undefined}
                aria-label={`${t("search.do.pin")}: ${other.title}`}
              >
                {t("search.do.pin")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </>
  )
}
