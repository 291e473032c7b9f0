import type { ReactNode } from "react"

interface Props {
  /** A `SideNav`. */
  nav: ReactNode
  /** The line above the page: whose shop, live dot, account. */
  head: ReactNode
  children: ReactNode
}

/** The frame of console and admin pages. */
export function Workshop({ nav, head, children }: Props) {
  return (
    <div className="workshop">
      {nav}
      <header className="workshop-head">{head}</header>
      <main id="content" className="workshop-main">
        {children}
      </main>
    </div>
  )
}
