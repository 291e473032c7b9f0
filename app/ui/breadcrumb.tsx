import { Link } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"

export interface Crumb {
  label: string
  /** Missing for the page itself. */
  href?: string | undefined
}

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useText("ui")
  return (
    <nav aria-label={t("breadcrumb")}>
      <ol className="breadcrumb">
        {crumbs.map(({ label, href }) => (
          <li key={label}>{href ? <Link to={href}>{label}</Link> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}
