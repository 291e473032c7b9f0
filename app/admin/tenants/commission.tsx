import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { adminOf } from "#app/admin/admin-of.ts"
import { typed } from "#app/form/typed.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { tenantSummary } from "#server/domain/insights/index.ts"
import { listCommissionRates } from "#server/domain/pricing/index.ts"
import { findPlan } from "#server/domain/tenants/index.ts"
import { refuse } from "#server/messages/refusals.ts"
import { changeCommission, commissionForm } from "./commission-form.ts"
import { PlanForm } from "./plan-form.tsx"
import { RateForm } from "./rate-form.tsx"

export async function loader(args: LoaderFunctionArgs) {
  adminOf(args)
  const { platform } = args.context
  const tenantId = args.params["tenantId"] ?? ""
  const [tenant, plan, rates] = await Promise.all([
    tenantSummary(platform, tenantId),
    findPlan(platform, tenantId),
    listCommissionRates(platform, tenantId),
  ])
  if (!tenant || !plan) return refuse("tenants.not-found")
  return { tenantId, name: tenant.name, plan, rates }
}

export async function action(args: ActionFunctionArgs) {
  adminOf(args)
  const sent = await readForm(args, commissionForm)
  if (!sent.ok) return data({ ...sent, did: typed(sent.values, "categoryId", "plan") }, 422)
  const { value } = sent
  const did = value.do === "plan" ? "plan" : value.categoryId
  const done = await orRefusal(args.context, () => changeCommission(args.context.platform, args.params["tenantId"] ?? "", value))
  if (!done.ok) return data({ ...wrongForm({}, done.refusal.message), did }, done.refusal.status)
  return { ok: true, errors: undefined, values: undefined, did } as const
}

export type CommissionAnswer = NonNullable<ReturnType<typeof useActionData<typeof action>>>

export const meta: MetaFunction<typeof loader> = ({ data: found }) => adminMeta(found?.name)

/** What the platform takes of a shop's sales: by its plan, and otherwise where it was agreed. */
export default function Commission() {
  const { tenantId, name, plan, rates } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("admin")
  const of = (did: string) => (answer?.did === did ? answer : undefined)
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("shops.title"), href: "/tenants" },
          { label: name, href: `/tenants/${tenantId}` },
          { label: t("commission.title") },
        ]}
      />
      <PageHeader title={t("commission.title")} lead={t("commission.lead")} />
      <div className="grid items-start gap-[var(--gap)] lg:grid-cols-2">
        <PlanForm plan={plan} answer={of("plan")} />
        {rates.map((rate) => (
          <RateForm key={rate.categoryId} rate={rate} answer={of(rate.categoryId)} />
        ))}
      </div>
    </>
  )
}
