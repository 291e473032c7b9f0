import { useFetcher } from "@remix-run/react"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import type { WrongForm } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { action } from "./acknowledgement.tsx"

interface Props {
  alertId: string
  returnTo: string
  /** What the form's own page was answered, without scripts. */
  answer?: WrongForm | undefined
}

/** Says that somebody knows, and with which words. A plain form, sent to a page of its own. */
export function AcknowledgeForm({ alertId, returnTo, answer }: Props) {
  const t = useText("admin")
  const { Form, data, state } = useFetcher<typeof action>()
  const wrong = data ?? answer
  return (
    <Form method="post" action={`/alerts/${alertId}/acknowledgement`} className="grid gap-3">
      <FormProblem errors={wrong?.errors} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <Field label={t("alerts.note")} optional error={wrong?.errors["note"]}>
            <TextInput name="note" maxLength={300} defaultValue={typed(wrong?.values, "note")} />
          </Field>
        </div>
        <Button look="secondary" icon="check" busy={state !== "idle"}>
          {t("alerts.acknowledge")}
        </Button>
      </div>
    </Form>
  )
}
