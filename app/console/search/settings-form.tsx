import type { SteadyForm } from "#app/console/form/steady-form.ts"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import type { FieldErrors } from "#app/http/read-form.ts"
import type { FormValues } from "#app/http/form-values.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { TextArea } from "#app/ui/text-area.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { SearchSettings } from "#server/domain/search/index.ts"
import type { SearchAnswer } from "./search.tsx"

interface Props {
  settings: { readonly weights: SearchSettings["weights"]; readonly synonyms: string; readonly stopWords: string }
  answer: SearchAnswer | undefined
  form: SteadyForm
}

const fields = ["title", "category", "vendor", "options", "skus", "description"] as const

/** Other words for things, words that say nothing, and what counts how much. */
export function SettingsForm({ settings, answer, form: { Form, doing } }: Props) {
  const t = useText("console")
  const ref = useFirstError<HTMLFormElement>(answer?.errors)
  const errors: FieldErrors | undefined = answer?.errors
  const values: FormValues | undefined = answer?.values
  return (
    <Form ref={ref} method="post" className="panel grid gap-5 p-4 sm:p-5" noValidate>
      <h2 className="text-lg">{t("search.settings")}</h2>
      {answer?.ok && (
        <Notice tone="success" title={t("search.saved")} live>
          {answer.isReindexing ? t("search.saved.reindex") : undefined}
        </Notice>
      )}
      <FormProblem errors={errors} />
      <Field label={t("search.synonyms")} hint={t("search.synonyms.hint")} error={errors?.["synonyms"]} optional>
        <TextArea name="synonyms" rows={6} maxLength={20_000} defaultValue={typed(values, "synonyms", settings.synonyms)} />
      </Field>
      <Field label={t("search.stop-words")} hint={t("search.stop-words.hint")} error={errors?.["stopWords"]} optional>
        <TextArea name="stopWords" rows={2} maxLength={5_000} defaultValue={typed(values, "stopWords", settings.stopWords)} />
      </Field>
      <fieldset className="grid gap-3">
        <legend className="label mb-1">{t("search.weights")}</legend>
        <p className="field-hint">{t("search.weights.hint")}</p>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {fields.map((field) => (
            <Field key={field} label={t(`search.weight.${field}`)} error={errors?.[`weights.${field}`]}>
              <TextInput
                type="number"
                name={`weights.${field}`}
                min={field === "title" ? 1 : 0}
                max={10}
                inputMode="numeric"
                className="text-end tabular-nums"
                defaultValue={typed(values, `weights.${field}`, String(settings.weights[field]))}
              />
            </Field>
          ))}
        </div>
      </fieldset>
      <div className="flex justify-end">
        <Button name="do" value="settings" icon="check" busy={doing === "settings"}>
          {t("settings.save")}
        </Button>
      </div>
    </Form>
  )
}
