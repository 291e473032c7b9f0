import { Form, useLocation, useNavigate } from "@remix-run/react"
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react"
import { useText } from "#app/text/text.tsx"
import { Icon } from "#app/ui/icon.tsx"
import { Marked } from "#app/ui/marked.tsx"
import { forgetSearches, keepSearch, recentSearches } from "./recent-searches.ts"
import { useSuggestions } from "./use-suggestions.ts"

interface Entry {
  readonly key: string
  readonly label: string
  readonly marks?: readonly { readonly from: number; readonly to: number }[]
  readonly href: string
}

/**
 * The search of the shop: a form by GET, and with scripts a combobox after the pattern of the ARIA practices: arrows choose, Enter opens,
 * Escape closes, and a reader is told how many there are.
 */
export function SearchBox() {
  const ui = useText("ui")
  const t = useText("storefront")
  const id = useId()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const shown = pathname === "/search" ? (new URLSearchParams(search).get("q") ?? "") : ""
  const [typed, setTyped] = useState(shown)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [recent, setRecent] = useState<readonly string[]>([])
  const box = useRef<HTMLFormElement>(null)
  const products = useSuggestions(isOpen ? typed.trim() : "")

  useEffect(() => {
    setTyped(shown)
    setOpen(false)
    if (shown !== "") keepSearch(shown)
  }, [shown])

  const addressOf = (words: string) => `/search?${new URLSearchParams({ q: words })}`
  const entries: readonly Entry[] =
    typed.trim() === ""
      ? recent.map((words) => ({ key: `r ${words}`, label: words, href: addressOf(words) }))
      : products.map(({ slug, title, marks }) => ({ key: slug, label: title, marks, href: `/products/${slug}` }))
  const isShown = isOpen && entries.length > 0

  const choose = (entry: Entry) => {
    setOpen(false)
    navigate(entry.href)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") return setOpen(false)
    if (event.nativeEvent.isComposing) return
    const chosen = entries[active]
    if (event.key === "Enter" && isShown && chosen) {
      event.preventDefault()
      choose(chosen)
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (step === 0 || entries.length === 0) return
    event.preventDefault()
    setOpen(true)
    // One place more than there are entries: the field itself.
    const places = entries.length + 1
    setActive(((active + 1 + step + places) % places) - 1)
  }

  return (
    <Form
      ref={box}
      role="search"
      method="get"
      action="/search"
      className="search-form search-box"
      onSubmit={() => setOpen(false)}
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <input
        type="search"
        name="q"
        className="control"
        value={typed}
        maxLength={120}
        autoComplete="off"
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
        aria-label={ui("search.label")}
        placeholder={ui("search.placeholder")}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setActive(-1)
          setOpen(true)
        }}
        onFocus={() => {
          setRecent(recentSearches())
          setOpen(true)
        }}
        onKeyDown={press}
      />
      <button type="submit" className="icon-button" aria-label={ui("search.label")}>
        <Icon name="search" />
      </button>
      <span role="status" className="sr-only">
        {isShown ? t("search.suggested", { count: entries.length }) : ""}
      </span>
      <div className="search-list" hidden={!isShown}>
        {typed.trim() === "" && (
          <div className="flex items-center justify-between px-2.5 text-sm text-muted">
            <span>{t("search.recent")}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={t("search.forget")}
              onClick={() => {
                forgetSearches()
                setRecent([])
              }}
            >
              <Icon name="trash" size={16} />
            </button>
          </div>
        )}
        <div id={`${id}-list`} role="listbox" aria-label={t("search.suggestions")}>
          {entries.map((entry, at) => (
            // The field keeps the focus and takes the keys for all of its options.
            <div
              key={entry.key}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(entry)}
              onKeyDown={press}
            >
              <span>
                <Marked text={entry.label} marks={entry.marks} />
              </span>
            </div>
          ))}
        </div>
      </div>
    </Form>
  )
}
