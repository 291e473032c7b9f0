import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { useSteadyForm } from "#app/console/form/steady-form.ts"
import { managedShopOf } from "#app/console/shop-of.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm } from "#app/http/read-form.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Section } from "#app/ui/section.tsx"
import { StatTile } from "#app/ui/stat-tile.tsx"
import {
  listRuledQuestions,
  readIndexState,
  readSearchSettings,
  searchReport,
  synonymsText,
} from "#server/domain/search/index.ts"
import { IndexCard } from "./index-card.tsx"
import { QuestionField } from "./question-field.tsx"
import { AskedTable, RuledTable } from "./question-tables.tsx"
import { doSearchDeed, searchDeed } from "./search-deeds.ts"
import { SettingsForm } from "./settings-form.tsx"

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await managedShopOf(args)
  const [settings, index, report, ruled] = await Promise.all([
    readSearchSettings(ctx),
    readIndexState(ctx),
    searchReport(ctx),
    listRuledQuestions(ctx),
  ])
  const { weights, synonyms, stopWords } = settings
  return { settings: { weights, synonyms: synonymsText(synonyms), stopWords: stopWords.join(", ") }, index, report, ruled }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await managedShopOf(args)
  const sent = await readForm(args, searchDeed)
  if (!sent.ok) return data({ ...sent, did: "settings" }, 422)
  const did = sent.value.do
  const done = await orRefusal(args.context, () => doSearchDeed(ctx, sent.value))
  if (done.ok) return { did, ok: true, isReindexing: done.value, errors: undefined, values: undefined } as const
  const { message, status } = done.refusal
  const values = "synonyms" in sent.value ? { synonyms: sent.value.synonyms, stopWords: sent.value.stopWords } : {}
  return data({ did, ok: false, errors: { synonyms: message }, values } as const, status)
}

export type SearchAnswer = NonNullable<ReturnType<typeof useActionData<typeof action>>>

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.search")

/** How the shop is searched, and what came of it. */
export default function Search() {
  const { settings, index, report, ruled } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const { form, said } = useSteadyForm<typeof action>()
  const answer = said ?? told
  const t = useText("console")
  const { number } = useFormats()
  return (
    <>
      <PageHeader title={t("search.title")} lead={t("search.lead")} />
      <div className="stat-row mb-6">
        <StatTile label={t("search.asked")} value={number(report.asked)} note={t("search.days")} />
        <StatTile label={t("search.empty")} value={number(report.empty)} note={t("search.days")} />
        <StatTile label={t("search.clicks")} value={number(report.clicks)} note={t("search.days")} />
        <StatTile label={t("search.sales")} value={number(report.sales)} note={t("search.week")} />
      </div>
      <Section title={t("search.fruitless")}>
        <AskedTable caption={t("search.fruitless")} questions={report.fruitless} empty={t("search.fruitless.none")} />
      </Section>
      <Section title={t("search.top")}>
        <AskedTable caption={t("search.top")} questions={report.top} empty={t("search.top.none")} />
      </Section>
      <Section title={t("search.rules")}>
        <p className="mb-4 text-muted">{t("search.rules.lead")}</p>
        <QuestionField />
        <RuledTable questions={ruled} />
      </Section>
      <div className="section grid items-start gap-[var(--gap)] xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <SettingsForm {...{ settings, form }} answer={answer?.did === "settings" ? answer : undefined} />
        <IndexCard {...{ index, form }} />
      </div>
    </>
  )
}
