import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { managedShopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { readForm } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Select } from "#app/ui/select.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import { changePayoutTerms, payoutTerms, readPayoutTerms } from "#server/domain/payments/index.ts"

export async function loader(args: LoaderFunctionArgs) {
  return { terms: await readPayoutTerms(await managedShopOf(args)) }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await managedShopOf(args)
  const sent = await readForm(args, payoutTerms)
  if (!sent.ok) return data(sent, 422)
  await changePayoutTerms(ctx, sent.value)
  return { ok: true, errors: undefined, values: undefined } as const
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.terms")

/** When a sale may be paid out. */
export default function Terms() {
  const { terms } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("console")
  const path = useShopPath()
  const { state, formAction } = useNavigation()
  const form = useFirstError<HTMLFormElement>(answer?.errors)
  const errors = answer?.errors
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("money.title"), href: path("money") }, { label: t("title.terms") }]} />
      <PageHeader title={t("title.terms")} lead={t("terms.lead")} />
      <Form ref={form} method="post" className="panel grid max-w-xl gap-5 p-4 sm:p-5" noValidate>
        {answer?.ok && <Notice tone="success" title={t("terms.saved")} live />}
        <FormProblem errors={errors} />
        <Field label={t("terms.held-until")} error={errors?.["heldUntil"]}>
          <Select
            name="heldUntil"
            defaultValue={typed(answer?.values, "heldUntil", terms.heldUntil)}
            choices={(["paid", "shipped"] as const).map((value) => ({ value, label: t(`terms.${value}`) }))}
          />
        </Field>
        <Field label={t("terms.days")} hint={t("terms.days.hint")} error={errors?.["delayDays"]}>
          <TextInput
            type="number"
            name="delayDays"
            min={0}
            inputMode="numeric"
            className="max-w-32 text-end tabular-nums"
            defaultValue={typed(answer?.values, "delayDays", String(terms.delayDays))}
          />
        </Field>
        <div className="flex justify-end">
          <Button icon="check" busy={state !== "idle" && formAction !== undefined}>
            {t("settings.save")}
          </Button>
        </div>
      </Form>
    </>
  )
}
