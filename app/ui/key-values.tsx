import type { ReactNode } from "react"

export interface KeyValue {
  label: string
  value: ReactNode
}

export function KeyValues({ entries }: { entries: readonly KeyValue[] }) {
  return (
    <dl className="key-values">
      {entries.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
