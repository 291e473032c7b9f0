import { NavLink } from "@remix-run/react"
import type { ReactNode } from "react"

export interface Tab {
  label: ReactNode
  href: string
  /** Only this very address, not those below it. */
  end?: boolean
}

/** Tabs that are pages: each has an address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="tabs">
      {tabs.map(({ label, href, end = false }) => (
        <NavLink key={href} to={href} end={end}>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
