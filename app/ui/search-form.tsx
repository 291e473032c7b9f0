import { Form } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Icon } from "./icon.tsx"

interface Props {
  action: string
  /** What was searched for on this page. */
  query?: string | undefined
  placeholder?: string
}

/** Sends `q` by GET. */
export function SearchForm({ action, query = "", placeholder }: Props) {
  const t = useText("ui")
  return (
    <Form role="search" method="get" action={action} className="search-form">
      <input
        key={query}
        type="search"
        name="q"
        className="control"
        defaultValue={query}
        maxLength={120}
        aria-label={t("search.label")}
        placeholder={placeholder ?? t("search.placeholder")}
      />
      <button type="submit" className="icon-button" aria-label={t("search.label")}>
        <Icon name="search" />
      </button>
    </Form>
  )
}
