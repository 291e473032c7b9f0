import { useNavigation } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"

/** Along the top edge while a page is fetched or a form is on its way. */
export function LoadingBar() {
  const t = useText("ui")
  const busy = useNavigation().state !== "idle"
  return (
    <div role="status" className={busy ? "loading-bar" : "sr-only"}>
      {busy && <span className="sr-only">{t("loading")}</span>}
    </div>
  )
}
