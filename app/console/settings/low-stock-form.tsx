import type { SteadyForm } from "#app/console/form/steady-form.ts"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import type { FieldErrors } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { StockSettings } from "#server/domain/inventory/index.ts"
import type { StockRoomAnswer } from "./stock-settings.tsx"

interface Props {
  settings: StockSettings
  answer: StockRoomAnswer | undefined
  form: SteadyForm
}

/** From when on stock counts as low in the whole shop, and who hears of it. */
export function LowStockForm({ settings, answer, form: { Form, doing } }: Props) {
  const t = useText("console")
  const ref = useFirstError<HTMLFormElement>(answer?.errors)
  const errors: FieldErrors | undefined = answer?.errors
  return (
    <Form ref={ref} method="post" className="panel grid gap-4 p-4 sm:p-5" noValidate>
      <h2 className="text-lg">{t("low.title")}</h2>
      {answer?.ok && <Notice tone="success" title={t("low.saved")} live />}
      <Field label={t("low.at")} hint={t("low.at.hint")} error={errors?.["lowAt"]}>
        <TextInput
          type="number"
          name="lowAt"
          min={0}
          inputMode="numeric"
          className="max-w-32 text-end tabular-nums"
          defaultValue={typed(answer?.values, "lowAt", String(settings.lowAt))}
        />
      </Field>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="alertStaff"
          className="size-5 flex-none"
          defaultChecked={answer?.values ? typed(answer.values, "alertStaff") === "on" : settings.alertStaff}
        />
        {t("low.staff")}
      </label>
      <Field label={t("low.email")} hint={t("low.email.hint")} error={errors?.["alertEmail"]} optional>
        <TextInput
          type="email"
          name="alertEmail"
          autoComplete="email"
          maxLength={254}
          defaultValue={typed(answer?.values, "alertEmail", settings.alertEmail)}
        />
      </Field>
      <div className="flex justify-end">
        <Button name="do" value="settings" icon="check" busy={doing === "settings"}>
          {t("settings.save")}
        </Button>
      </div>
    </Form>
  )
}
