import { RemixBrowser } from "@remix-run/react"
import { startTransition } from "react"
import { hydrateRoot } from "react-dom/client"
import { isRoom } from "#app/text/catalogue.ts"
import { isLanguage } from "#server/kernel/languages.ts"
import { loadTexts } from "#app/text/load-texts.ts"

const { lang, dataset } = document.documentElement
await loadTexts(isLanguage(lang) ? lang : "en", (dataset.rooms ?? "").split(" ").filter(isRoom))

startTransition(() => {
  hydrateRoot(document, <RemixBrowser />)
})
