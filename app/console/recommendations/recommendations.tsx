import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react"
import { useEffect } from "react"
import { z } from "zod"
import { consoleMeta } from "#app/console/console-meta.ts"
import { managedShopOf } from "#app/console/shop-of.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm } from "#app/http/read-form.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Section } from "#app/ui/section.tsx"
import { StatTile } from "#app/ui/stat-tile.tsx"
import { cancelTraining, requestTraining, ruleKinds, setRule, trainingOverview } from "#server/domain/recommendations/index.ts"
import { QualityTable } from "./quality-table.tsx"
import { RuleTable } from "./rule-table.tsx"
import { TrainingState } from "./training-state.tsx"

export async function loader(args: LoaderFunctionArgs) {
  return trainingOverview(await managedShopOf(args))
}

const deed = z.discriminatedUnion("do", [
  z.object({ do: z.literal("train") }),
  z.object({ do: z.literal("cancel"), trainingId: z.string().max(64) }),
  z.object({ do: z.literal("rule"), productId: z.string().max(64), kind: z.enum(ruleKinds) }),
])

export async function action(args: ActionFunctionArgs) {
  const ctx = await managedShopOf(args)
  const sent = await readForm(args, deed)
  if (!sent.ok) return data({ problem: Object.values(sent.errors)[0] ?? "" }, 422)
  const wish = sent.value
  const done = await orRefusal(args.context, async () => {
    if (wish.do === "train") await requestTraining(ctx, "demand")
    else if (wish.do === "cancel") await cancelTraining(ctx, wish.trainingId)
    else await setRule(ctx, wish.productId, wish.kind)
  })
  return done.ok ? { problem: "" } : data({ problem: done.refusal.message }, done.refusal.status)
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.recommendations")

export default function Recommendations() {
  const { trainings, version, kind, rules, popular, effect } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("console")
  const { number } = useFormats()
  const [last] = trainings
  useReloadWhile(last?.state === "waiting" || last?.state === "running")
  return (
    <>
      <PageHeader title={t("recs.title")} lead={t("recs.lead")} />
      {answer?.problem && <Notice tone="danger" title={answer.problem} live />}
      <TrainingState training={last} version={version} kind={kind} />
      <div className="stat-row my-6">
        <StatTile label={t("recs.shown")} value={number(effect.shown)} note={t("recs.days")} />
        <StatTile label={t("recs.picked")} value={number(effect.picked)} note={t("recs.days")} />
        <StatTile label={t("recs.added")} value={number(effect.added)} note={t("recs.week")} />
        <StatTile label={t("recs.bought")} value={number(effect.bought)} note={t("recs.week")} />
      </div>
      <Section title={t("recs.quality")}>
        <QualityTable trainings={trainings} />
      </Section>
      <Section title={t("recs.rules")}>
        <p className="mb-4 text-muted">{t("recs.rules.lead")}</p>
        <RuleTable rules={rules} popular={popular} />
      </Section>
    </>
  )
}

function useReloadWhile(isBusy: boolean): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isBusy) return undefined
    const timer = setInterval(() => document.visibilityState === "visible" && revalidate(), 1_500)
    return () => clearInterval(timer)
  }, [isBusy, revalidate])
}
