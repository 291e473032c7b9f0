import { Link } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Icon } from "./icon.tsx"

interface Props {
  page: number
  pages: number
  /** The address of a page, with filters kept. */
  href: (page: number) => string
}

export function Pagination({ page, pages, href }: Props) {
  const t = useText("ui")
  if (pages < 2) return null
  return (
    <nav className="pagination" aria-label={t("pages.label")}>
      {page > 1 && (
        <Link to={href(page - 1)} rel="prev" aria-label={t("pages.previous")}>
          <Icon name="left" />
        </Link>
      )}
      {shown(page, pages).map((number, at, all) => (
        <PageLink
          key={number}
          gap={at > 0 && number - (all[at - 1] ?? number) > 1}
          {...{ number, href }}
          current={number === page}
        />
      ))}
      {page < pages && (
        <Link to={href(page + 1)} rel="next" aria-label={t("pages.next")}>
          <Icon name="right" />
        </Link>
      )}
    </nav>
  )
}

interface PageLinkProps {
  number: number
  gap: boolean
  current: boolean
  href: (page: number) => string
}

function PageLink({ number, gap, current, href }: PageLinkProps) {
  const t = useText("ui")
  return (
    <>
      {gap && <span aria-hidden="true">…</span>}
      <Link to={href(number)} aria-label={t("pages.number", { number })} aria-current={current ? "page" : undefined}>
        {number}
      </Link>
    </>
  )
}

/** First, last, and those around the current one. */
function shown(page: number, pages: number): number[] {
  return Array.from({ length: pages }, (_, at) => at + 1).filter((n) => n === 1 || n === pages || Math.abs(n - page) <= 1)
}
