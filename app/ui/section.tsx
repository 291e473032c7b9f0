import type { ReactNode } from "react"

interface Props {
  title: ReactNode
  /** At the end of the title's line: "all of them", usually. */
  more?: ReactNode
  children: ReactNode
}

/** A titled part of a page, with air above. */
export function Section({ title, more, children }: Props) {
  return (
    <section className="section">
      <div className="mb-5 flex items-baseline justify-between gap-4">
        <h2>{title}</h2>
        {more}
      </div>
      {children}
    </section>
  )
}
