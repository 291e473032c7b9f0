import { useEffect, useState } from "react"
import { useText } from "#app/text/text.tsx"

interface Props {
  /** ISO text or a date. */
  until: string | Date
  /** The server's now, so that the first rendering is the same on both sides. */
  now: string | Date
  onOver?: () => void
}

/** Minutes and seconds, counted down in the browser from the server's clock. Not read out each second. */
export function Countdown({ until, now, onOver }: Props) {
  const t = useText("ui")
  const end = new Date(until).getTime()
  const [leftMs, setLeftMs] = useState(end - new Date(now).getTime())
  useEffect(() => {
    const from = Date.now()
    const atStart = end - new Date(now).getTime()
    const timer = setInterval(() => setLeftMs(atStart - (Date.now() - from)), 1_000)
    return () => clearInterval(timer)
  }, [end, now])
  const over = leftMs <= 0
  useEffect(() => {
    if (over) onOver?.()
  }, [over, onOver])
  return (
    <span role="timer" aria-live="off" className="countdown">
      {over ? t("countdown.over") : t("countdown.left", { time: clockFace(leftMs) })}
    </span>
  )
}

function clockFace(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, "0")}:${String(rest).padStart(2, "0")}`
  return hours > 0 ? `${hours}:${tail}` : tail
}
