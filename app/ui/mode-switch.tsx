import { useEffect, useState } from "react"
import { useText } from "#app/text/text.tsx"
import { Icon } from "./icon.tsx"

const modes = ["auto", "light", "dark"] as const
type Mode = (typeof modes)[number]
const icons = { auto: "half", light: "sun", dark: "moon" } as const
const place = "mode"

/**
 * Run in the head before anything is painted. The choice lives in the browser alone, so that a page kept in a cache is
 * the same for everyone. Has no character that HTML escapes.
 */
export const modeScript = `try{var m=localStorage.getItem(\`${place}\`);if(/^(light|dark)$/.test(m))document.documentElement.dataset.mode=m}catch(e){}`

/** Goes round: as the system, light, dark. */
export function ModeSwitch() {
  const t = useText("ui")
  const [mode, setMode] = useState<Mode>("auto")
  useEffect(() => setMode(modes.find((known) => known === document.documentElement.dataset["mode"]) ?? "auto"), [])
  const turn = () => {
    const next = modes[(modes.indexOf(mode) + 1) % modes.length] ?? "auto"
    setMode(next)
    keep(next)
  }
  return (
    <button type="button" className="button button-quiet button-small" onClick={turn}>
      <Icon name={icons[mode]} size={18} />
      <span className="sr-only">{t("mode.label")}: </span>
      {t(`mode.${mode}`)}
    </button>
  )
}

function keep(mode: Mode): void {
  if (mode === "auto") delete document.documentElement.dataset["mode"]
  else document.documentElement.dataset["mode"] = mode
  try {
    localStorage.setItem(place, mode)
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
}
