import type { ReactNode } from "react"
import { Sparkline } from "./sparkline.tsx"

interface Props {
  label: ReactNode
  value: ReactNode
  /** Under the number: the change, the span of time. */
  note?: ReactNode
  /** Oldest first; drawn along the foot. */
  trend?: readonly number[]
}

/** Put several into `<div className="stat-row">`. */
export function StatTile({ label, value, note, trend }: Props) {
  return (
    <div className="panel stat">
      <span className="text-muted text-sm">{label}</span>
      <span className="stat-value">{value}</span>
      {note && <span className="text-muted text-sm">{note}</span>}
      {trend && <Sparkline values={trend} />}
    </div>
  )
}
