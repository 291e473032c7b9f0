import { useLocation } from "@remix-run/react"
import type { ReactNode } from "react"
import { useText } from "#app/text/text.tsx"
import { LanguageSwitch } from "#app/ui/language-switch.tsx"
import { ModeSwitch } from "#app/ui/mode-switch.tsx"
import { Wordmark } from "#app/ui/wordmark.tsx"

interface Props {
  title: ReactNode
  lead?: ReactNode
  /** More room, for what is more than a few fields. */
  wide?: boolean
  aside?: ReactNode
  children: ReactNode
}

/** The frame of pages that are not yet in a shop. */
export function Doorway({ title, lead, wide = false, aside, children }: Props) {
  const t = useText("console")
  const { pathname, search } = useLocation()
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="page flex min-h-16 items-center justify-between gap-4">
        <Wordmark name="Rialto" />
        {aside ?? <span className="text-muted text-sm">{t("doorway.console")}</span>}
      </header>
      <main
        id="content"
        className={wide ? "page page-main" : "mx-auto grid w-full max-w-md flex-1 content-center gap-6 px-4 py-8"}
      >
        <header className={wide ? "mb-6 grid gap-1" : "grid gap-1"}>
          <h1>{title}</h1>
          {lead && <p className="max-w-[60ch] text-muted">{lead}</p>}
        </header>
        {children}
      </main>
      <footer className="page flex flex-wrap items-center justify-between gap-x-6 py-3 text-sm">
        <LanguageSwitch action="/language" returnTo={pathname + search} />
        <ModeSwitch />
      </footer>
    </div>
  )
}
