import { NavLink } from "@remix-run/react"
import type { ReactNode } from "react"
import { useText } from "#app/text/text.tsx"
import { Wordmark } from "./wordmark.tsx"

export interface SiteLink {
  label: string
  href: string
  end?: boolean
}

interface Props {
  name: string
  /** A `SearchForm`. */
  search?: ReactNode
  /** At the right end: account, `CartLink`. */
  actions?: ReactNode
  links?: readonly SiteLink[]
}

/** The head of storefront and market. Put `<main id="content">` below it. */
export function SiteHeader({ name, search, actions, links = [] }: Props) {
  const t = useText("ui")
  return (
    <header className="site-header">
      <div className="page">
        <div className="site-header-row">
          <Wordmark name={name} />
          {search && <div className="site-header-search">{search}</div>}
          <div className="flex items-center gap-1 justify-self-end">{actions}</div>
        </div>
        {links.length > 0 && (
          <nav aria-label={t("sections")} className="site-nav">
            {links.map(({ label, href, end = false }) => (
              <NavLink key={href} to={href} end={end} prefetch="intent">
                {label}
              </NavLink>
            ))}
          </nav>
        )}
      </div>
    </header>
  )
}
