import { useText } from "#app/text/text.tsx"

/** First on every page; leads to `<main id="content">`. */
export function SkipLink() {
  const t = useText("ui")
  return (
    <a href="#content" className="skip-link">
      {t("skip")}
    </a>
  )
}
