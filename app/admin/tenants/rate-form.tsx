import { Form, useNavigation } from "@remix-run/react"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { CommissionRate } from "#server/domain/pricing/index.ts"
import type { CommissionAnswer } from "./commission.tsx"

export function RateForm({ rate, answer }: { rate: CommissionRate; answer: CommissionAnswer | undefined }) {
  const t = useText("admin")
  const { state, formData } = useNavigation()
  const form = useFirstError<HTMLFormElement>(answer?.errors)
  const { categoryId, category, commissionBps } = rate
  const agreed = commissionBps === null ? "" : String(commissionBps / 100)
  return (
    <Form ref={form} method="post" className="panel grid gap-4 p-4" noValidate aria-label={category} preventScrollReset>
      <h2 className="text-lg">{category}</h2>
      {answer?.ok && <Notice tone="success" title={t("commission.saved")} live />}
      <FormProblem errors={answer?.errors} />
      <input type="hidden" name="categoryId" value={categoryId} />
      <Field
        label={t("commission.percent")}
        hint={t("commission.percent.hint")}
        error={answer?.errors?.["commissionBps"]}
        optional
      >
        <TextInput
          name="commissionBps"
          inputMode="decimal"
          className="max-w-32 text-end tabular-nums"
          defaultValue={typed(answer?.values, "commissionBps", agreed)}
        />
      </Field>
      <Button name="do" value="category" look="secondary" busy={state !== "idle" && formData?.get("categoryId") === categoryId}>
        {t("commission.save")}
      </Button>
    </Form>
  )
}
