import { Form, useNavigation } from "@remix-run/react"
import { FormProblem } from "#app/form/form-problem.tsx"
import { useFormats, useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { Select } from "#app/ui/select.tsx"
import type { PlanChoice } from "#server/domain/tenants/index.ts"
import type { CommissionAnswer } from "./commission.tsx"

export function PlanForm({ plan, answer }: { plan: PlanChoice; answer: CommissionAnswer | undefined }) {
  const t = useText("admin")
  const { number } = useFormats()
  const { state, formData } = useNavigation()
  return (
    <Form method="post" className="panel grid gap-4 p-4" noValidate preventScrollReset>
      <h2 className="text-lg">{t("commission.plan")}</h2>
      {answer?.ok && <Notice tone="success" title={t("commission.saved")} live />}
      <FormProblem errors={answer?.errors} />
      <Field label={t("commission.plan")} hint={t("commission.plan.hint")} hideLabel>
        <Select
          name="plan"
          defaultValue={plan.plan}
          choices={plan.all.map((choice) => ({
            value: choice.plan,
            label: `${t(`commission.plan.${choice.plan}`)}: ${number(choice.commissionBps / 100)} %`,
          }))}
        />
      </Field>
      <Button name="do" value="plan" look="secondary" busy={state !== "idle" && formData?.get("do") === "plan"}>
        {t("commission.save")}
      </Button>
    </Form>
  )
}
