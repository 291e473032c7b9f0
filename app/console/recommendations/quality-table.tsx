import { useFormats, useText } from "#app/text/text.tsx"
import { type Column, DataTable } from "#app/ui/data-table.tsx"
import type { TrainingLine } from "#server/domain/recommendations/index.ts"

/** Of each training: how often twenty guesses hit what was hidden from it, beside what popularity alone hits. */
export function QualityTable({ trainings }: { trainings: readonly TrainingLine[] }) {
  const t = useText("console")
  const { dateTime, number } = useFormats()
  const share = (value: number | undefined) => (value === undefined ? "–" : `${number(Math.round(value * 1_000) / 10)} %`)
  const columns: Column<TrainingLine>[] = [
    { key: "at", label: t("recs.column.at"), heading: true, cell: ({ requestedAt }) => dateTime(requestedAt) },
    { key: "state", label: t("recs.column.state"), cell: ({ state, percent }) => t(`recs.state.${state}`, { percent }) },
    { key: "events", label: t("recs.column.events"), amount: true, cell: ({ detail }) => number(detail.events?.told ?? 0) },
    {
      key: "blend",
      label: t("recs.column.blend"),
      amount: true,
      cell: ({ detail }) => share(detail.figures?.["blend"]?.recall20),
    },
    { key: "knn", label: t("recs.column.knn"), amount: true, cell: ({ detail }) => share(detail.figures?.["knn"]?.recall20) },
    {
      key: "popularity",
      label: t("recs.column.popularity"),
      amount: true,
      cell: ({ detail }) => share(detail.figures?.["popularity"]?.recall20),
    },
  ]
  const empty = <p className="p-5 text-muted">{t("recs.quality.none")}</p>
  return <DataTable caption={t("recs.quality")} columns={columns} rows={trainings} rowKey={({ id }) => id} empty={empty} />
}
