import type { ReactNode } from "react"

interface Props {
  title: ReactNode
  lead?: ReactNode
  /** Buttons at the end of the line. */
  actions?: ReactNode
}

export function PageHeader({ title, lead, actions }: Props) {
  return (
    <header className="page-header">
      <div className="min-w-0">
        <h1>{title}</h1>
        {lead && <p className="mt-2 max-w-[60ch] text-muted">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
