import { Link } from "@remix-run/react"
import { memo, type ReactNode } from "react"
import { StateBadge } from "#app/admin/tenants/state-badge.tsx"
import { AlertBadge } from "#app/admin/alerts/alert-badge.tsx"
import { type Measures, useMeasures } from "#app/admin/watch/use-measures.ts"
import { useToldPulse } from "#app/live/use-shop-pulse.ts"
import { useText } from "#app/text/text.tsx"
import { Sparkline } from "#app/ui/sparkline.tsx"
import type { ShopPulse } from "#server/messages/pulse.ts"
import { boardColumns } from "./board-columns.ts"

interface Props {
  tenantId: string
  at: number
  /** As the page was made; a shop that came up since is told of by the stream. */
  made: ShopPulse | undefined
}

/** One shop's line. It is drawn again when its own figures change, whatever else does. */
export const ShopRow = memo(function ShopRow({ tenantId, at, made }: Props) {
  const shop = useToldPulse(tenantId, made && { at, shop: made })
  const t = useText("admin")
  const measures = useMeasures()
  if (!shop) return null
  return (
    <tr data-fresh={shop.orders > 0 ? "" : undefined}>
      <td data-heading="">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link className="text-link" to={`/tenants/${tenantId}/live`} prefetch="intent">
            {shop.name}
          </Link>
          {shop.status !== "active" && <StateBadge status={shop.status} />}
          <AlertBadge alerts={shop.alerts} acknowledged={shop.acknowledged} />
        </span>
      </td>
      {boardColumns.map(({ sort, label }) => (
        <td key={sort} data-label={t(label)} className="amount">
          {cells[sort](shop, measures)}
        </td>
      ))}
      <td data-label={t("live.hour")} className="board-trend">
        <span>
          <Sparkline values={Array.from(shop.trend, (digit) => Number.parseInt(digit, 36))} />
        </span>
      </td>
    </tr>
  )
})

const cells: Readonly<Record<(typeof boardColumns)[number]["sort"], (shop: ShopPulse, m: Measures) => ReactNode>> = {
  orders: ({ orders }, m) => m.number(orders),
  paid: ({ paid, currency }, m) => m.takings(paid, currency),
  visitors: ({ visitors }, m) => m.number(visitors),
  "stock-outs": ({ stockOuts }, m) => m.number(stockOuts),
  refusals: ({ refusals }, m) => m.number(refusals),
  faults: ({ faults }, m) => m.number(faults),
  pages: ({ pagesP95Ms }, m) => m.duration(pagesP95Ms),
  jobs: ({ jobsP95Ms }, m) => m.duration(jobsP95Ms),
  depth: ({ queueDepth }, m) => m.number(queueDepth),
  age: ({ queueDepth, queueAgeMs }, m) => m.duration(queueDepth > 0 ? queueAgeMs : null),
  sockets: ({ sockets }, m) => m.number(sockets),
  held: ({ held }, m) => m.number(held),
}
