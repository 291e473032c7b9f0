import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { adminOf } from "#app/admin/admin-of.ts"
import { typed } from "#app/form/typed.ts"
import { readForm } from "#app/http/read-form.ts"
import { textsIn } from "#app/text/texts.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { alertRuleChange, changeAlertRule, listAlertRules } from "#server/domain/insights/index.ts"
import { RuleForm } from "./rule-form.tsx"

export async function loader(args: LoaderFunctionArgs) {
  adminOf(args)
  const rules = await listAlertRules(args.context.platform)
  return { rules, title: textsIn(args.context.language).say("admin")("rules.title") }
}

export async function action(args: ActionFunctionArgs) {
  adminOf(args)
  const sent = await readForm(args, alertRuleChange)
  if (!sent.ok) return data(sent, 422)
  await changeAlertRule(args.context.platform, sent.value)
  return { ok: true, kind: sent.value.kind } as const
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => adminMeta(found?.title)

/** When an alert comes on: one form per rule. */
export default function Rules() {
  const { rules, title } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("admin")
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("alerts.title"), href: "/alerts" }, { label: title }]} />
      <PageHeader title={title} lead={t("rules.lead")} />
      <div className="grid items-start gap-[var(--gap)] lg:grid-cols-3">
        {rules.map((rule) => {
          const isSaved = answer?.ok === true && answer.kind === rule.kind
          const wrong = answer?.ok === false && typed(answer.values, "kind") === rule.kind ? answer : undefined
          return <RuleForm key={rule.kind} {...{ rule, isSaved, wrong }} />
        })}
      </div>
    </>
  )
}
