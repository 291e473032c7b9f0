import type { ReactNode } from "react"
import { ModeSwitch } from "./mode-switch.tsx"

interface Props {
  /** Whose site this is, in a line. */
  children: ReactNode
  links?: readonly { label: string; href: string }[]
  /** A `LanguageSwitch`. */
  language?: ReactNode
}

export function SiteFooter({ children, links = [], language }: Props) {
  return (
    <footer className="site-footer">
      <div className="page site-footer-row">
        <div>{children}</div>
        {links.length > 0 && (
          <ul className="flex flex-wrap gap-x-6">
            {links.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        )}
        <div className="flex flex-wrap items-center gap-x-4">
          {language}
          <ModeSwitch />
        </div>
      </div>
    </footer>
  )
}
