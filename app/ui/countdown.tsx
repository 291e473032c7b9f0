import { useEffect } from "react"
import { useText } from "#app/text/text.tsx"
import { classes } from "./classes.ts"
import { useTimeLeft } from "./use-time-left.ts"

interface Props {
  /** ISO text or a date. */
  until: string | Date
  /** The server's now, so that the first rendering is the same on both sides. */
  now: string | Date
  onOver?: () => void
  /** The page is looked at again: a sleeping browser's clock may have stood still, so ask the server. */
  onAwake?: () => void
}

const soonMs = 120_000

/** Minutes and seconds by the server's clock. Not read out each second: a word at two minutes, and one at the end. */
export function Countdown({ until, now, onOver, onAwake }: Props) {
  const t = useText("ui")
  const leftMs = useTimeLeft(new Date(until).getTime(), new Date(now).getTime())
  const over = leftMs <= 0
  const soon = leftMs <= soonMs
  useEffect(() => {
    if (over) onOver?.()
  }, [over, onOver])
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && onAwake?.()
    document.addEventListener("visibilitychange", look)
    return () => document.removeEventListener("visibilitychange", look)
  }, [onAwake])
  return (
    <>
      <span role="timer" aria-live="off" className={classes("countdown", soon && "countdown-soon")}>
        {over ? t("countdown.over") : t("countdown.left", { time: clockFace(leftMs) })}
      </span>
      <span className="sr-only" role="status">
        {over ? t("countdown.over") : soon && t("countdown.soon")}
      </span>
    </>
  )
}

function clockFace(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, "0")}:${String(rest).padStart(2, "0")}`
  return hours > 0 ? `${hours}:${tail}` : tail
}
