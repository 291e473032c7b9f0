import { useLanguage, useText } from "#app/text/text.tsx"
import { type Language, languages } from "#server/kernel/languages.ts"
import { Icon } from "./icon.tsx"
import { languageNames } from "./language-names.ts"

interface Props {
  /** Receives `language` and `returnTo` by POST, remembers the choice and redirects. */
  action: string
  returnTo: string
  choices?: readonly Language[]
}

/** Each language is a button, named in itself; choosing one loads the page anew. Works without scripts. */
export function LanguageSwitch({ action, returnTo, choices = languages }: Props) {
  const t = useText("ui")
  const current = useLanguage()
  return (
    <form method="post" action={action} aria-label={t("language.change")} className="flex flex-wrap items-center">
      <Icon name="globe" size={18} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {choices.map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-pressed={language === current}
          className="min-h-11 min-w-11 px-2 text-muted hover:text-ink hover:underline aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {languageNames[language]}
        </button>
      ))}
    </form>
  )
}
