import { useState } from "react"
import type { SteadyForm } from "#app/console/form/steady-form.ts"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { StockRow } from "#server/domain/inventory/index.ts"
import type { VariantAnswer } from "./variant-stock.tsx"

interface Props {
  row: StockRow
  /** Holds where the variant has no number of its own. */
  shopLowAt: number
  /** The business's own number for as many as come. */
  noLimit: number
  answer: VariantAnswer | undefined
  form: SteadyForm
}

/** What happens when the last piece goes: whether more may be ordered, and from when on the merchant wants to know. */
export function TermsForm({ row: { backorderLimit, lowAt }, shopLowAt, noLimit, answer, form: { Form, doing } }: Props) {
  const t = useText("console")
  const ref = useFirstError<HTMLFormElement>(answer?.errors)
  const values = answer?.ok ? undefined : answer?.values
  const [isUnlimited, setUnlimited] = useState(backorderLimit >= noLimit)
  const limit = backorderLimit >= noLimit ? 0 : backorderLimit
  return (
    <Form ref={ref} method="post" className="panel grid gap-4 p-4 sm:p-5" noValidate>
      <h2 className="text-lg">{t("terms.title")}</h2>
      <Field label={t("terms.backorders")} hint={t("terms.backorders.hint")} error={answer?.errors?.["backorders"]}>
        <TextInput
          type="number"
          name="backorders"
          min={0}
          inputMode="numeric"
          className="max-w-32 text-end tabular-nums"
          readOnly={isUnlimited}
          defaultValue={typed(values, "backorders", String(limit))}
        />
      </Field>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name="unlimited"
          className="size-5 flex-none"
          checked={isUnlimited}
          onChange={(event) => setUnlimited(event.target.checked)}
        />
        {t("terms.unlimited")}
      </label>
      <Field label={t("terms.low")} hint={t("terms.low.hint", { lowAt: shopLowAt })} error={answer?.errors?.["lowAt"]} optional>
        <TextInput
          type="number"
          name="lowAt"
          min={0}
          inputMode="numeric"
          className="max-w-32 text-end tabular-nums"
          placeholder={String(shopLowAt)}
          defaultValue={typed(values, "lowAt", lowAt === null ? "" : String(lowAt))}
        />
      </Field>
      <div className="flex justify-end">
        <Button name="do" value="terms" icon="check" busy={doing === "terms"}>
          {t("product.save")}
        </Button>
      </div>
    </Form>
  )
}
