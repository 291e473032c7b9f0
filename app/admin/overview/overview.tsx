import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useMemo } from "react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { pulseOf } from "#app/admin/pulse-of.ts"
import { HourCharts } from "#app/admin/watch/hour-charts.tsx"
import { WorkersNotice } from "#app/admin/watch/workers-notice.tsx"
import { useBoardPage } from "#app/live/use-board-page.ts"
import { useMinutes } from "#app/live/use-minutes.ts"
import { textsIn } from "#app/text/texts.ts"
import { useText } from "#app/text/text.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Pagination } from "#app/ui/pagination.tsx"
import { Section } from "#app/ui/section.tsx"
import { lastHour } from "#server/domain/insights/index.ts"
import { boardRows, everyone } from "#server/messages/pulse.ts"
import { BoardTable } from "./board-table.tsx"
import { BoardTools } from "./board-tools.tsx"
import { boardPath, viewOf } from "./board-view.ts"
import { Totals } from "./totals.tsx"
import { minuteOf } from "#app/admin/watch/hour-of.ts"
import { useMeasures } from "#app/admin/watch/use-measures.ts"

export async function loader(args: LoaderFunctionArgs) {
  const pulse = pulseOf(args)
  const view = viewOf(args.request.url)
  const [{ page, shops }, minutes] = await Promise.all([pulse.page(view), lastHour(args.context.platform, everyone)])
  return { view, page, shops, minutes, title: textsIn(args.context.language).say("admin")("live.title") }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => adminMeta(data?.title)

/** All shops as they are this second. */
export default function Overview() {
  const { view, page: first, shops, minutes, title } = useLoaderData<typeof loader>()
  const t = useText("admin")
  const { clock } = useMeasures()
  const page = useBoardPage(view, first)
  const made = useMemo(() => ({ at: first.at, shops: new Map(shops.map((shop) => [shop.tenantId, shop])) }), [first, shops])
  const hour = useMinutes(everyone, minutes)
  const pages = Math.max(1, Math.ceil(page.found / boardRows))
  const unknown = page.alerts - page.acknowledged
  return (
    <>
      <PageHeader title={title} lead={t("live.at", { time: clock(page.at) })} />
      <div className="grid gap-3 empty:hidden">
        {unknown > 0 && (
          <Notice tone="danger" title={t("alerts.on", { count: unknown })} live>
            <Link className="text-link" to="/alerts">
              {t("alerts.look")}
            </Link>
          </Notice>
        )}
        <WorkersNotice silentMs={page.workersSilentMs} />
      </div>
      <Totals page={page} hour={hour} />
      <BoardTools key={view.text} view={view} />
      <p className="mb-2 text-muted text-sm" aria-live="polite">
        {t("live.found", { count: page.found })}
      </p>
      <BoardTable view={view} page={page} made={made} />
      <Pagination page={Math.min(view.page, pages)} pages={pages} href={(number) => boardPath({ ...view, page: number })} />
      <Section title={t("hour.all")}>
        <HourCharts minutes={hour} now={minuteOf(page.at)} />
      </Section>
    </>
  )
}
