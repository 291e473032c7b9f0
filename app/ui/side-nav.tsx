import { NavLink } from "@remix-run/react"
import type { ReactNode } from "react"
import { Icon, type IconName } from "./icon.tsx"

export interface SideNavItem {
  label: string
  href: string
  icon: IconName
  end?: boolean
  /** Things that wait there; hidden at zero. */
  count?: number | undefined
}

interface Props {
  label: string
  items: readonly SideNavItem[]
  head?: ReactNode
  foot?: ReactNode
}

/** A column on wide screens, a bar at the bottom on phones (head and foot are not shown there). */
export function SideNav({ label, items, head, foot }: Props) {
  return (
    <nav aria-label={label} className="side-nav">
      {head && <div className="side-nav-head">{head}</div>}
      <div className="side-nav-list">
        {items.map(({ label, href, icon, end = false, count = 0 }) => (
          <NavLink key={href} to={href} end={end} prefetch="intent">
            <Icon name={icon} />
            {label}
            {count > 0 && <span className="side-nav-count">{count}</span>}
          </NavLink>
        ))}
      </div>
      {foot && <div className="side-nav-foot">{foot}</div>}
    </nav>
  )
}
