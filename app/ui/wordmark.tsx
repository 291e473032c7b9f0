import { Link } from "@remix-run/react"

/** A shop's name as its sign, with its first letter as a mark. */
export function Wordmark({ name, href = "/" }: { name: string; href?: string }) {
  return (
    <Link to={href} className="wordmark">
      <span aria-hidden="true" className="wordmark-mark">
        {Array.from(name)[0]}
      </span>
      <span className="wordmark-name">{name}</span>
    </Link>
  )
}
