import { useFormats, useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import type { Minute } from "#server/messages/pulse.ts"
import { useMeasures } from "./use-measures.ts"

/** What the charts show, in figures: folded away, and only minutes in which something was. */
export function HourTable({ hour }: { hour: readonly Minute[] }) {
  const t = useText("admin")
  const { number, duration, takings } = useMeasures()
  const { time } = useFormats()
  const rows = hour.filter(isSomething).reverse()
  return (
    <details className="mt-4">
      <summary className="text-link">{t("hour.as-table")}</summary>
      <div className="mt-3">
        <DataTable
          caption={t("hour.caption")}
          rows={rows}
          rowKey={({ at }) => String(at)}
          empty={<p className="p-4 text-muted">{t("hour.none")}</p>}
          columns={[
            { key: "at", label: t("hour.minute"), heading: true, cell: ({ at }) => time(new Date(at)) },
            { key: "orders", label: t("live.orders"), amount: true, cell: ({ orders }) => number(orders) },
            { key: "paid", label: t("live.revenue"), amount: true, cell: ({ paid }) => takings(paid) },
            { key: "visitors", label: t("live.visitors"), amount: true, cell: ({ visitors }) => number(visitors) },
            { key: "stock-outs", label: t("live.stock-outs"), amount: true, cell: ({ stockOuts }) => number(stockOuts) },
            { key: "refusals", label: t("live.refusals"), amount: true, cell: ({ refusals }) => number(refusals) },
            { key: "faults", label: t("live.faults"), amount: true, cell: ({ faults }) => number(faults) },
            { key: "pages", label: t("live.pages"), amount: true, cell: ({ pagesP95Ms }) => duration(pagesP95Ms) },
            { key: "jobs", label: t("live.jobs"), amount: true, cell: ({ jobsP95Ms }) => duration(jobsP95Ms) },
            { key: "failed", label: t("hour.failed"), amount: true, cell: ({ failed }) => number(failed) },
            { key: "depth", label: t("live.depth"), amount: true, cell: ({ queueDepth }) => number(queueDepth) },
            { key: "age", label: t("live.age"), amount: true, cell: ({ queueAgeMs }) => duration(queueAgeMs) },
          ]}
        />
      </div>
    </details>
  )
}

function isSomething(minute: Minute): boolean {
  const { orders, stockOuts, refusals, faults, pages, jobs, failed, settled, visitors, queueDepth } = minute
  return orders + stockOuts + refusals + faults + pages + jobs + failed + settled + visitors + queueDepth > 0
}
