import { useMemo, useState } from "react"
import { type Minute, minuteKey } from "#server/messages/pulse.ts"
import { useStream } from "./live-context.ts"

/** The last hour of a shop, or of `everyone`: the minutes that the page was made with, and those that were told since. Oldest first. */
export function useMinutes(tenantId: string, made: readonly Minute[]): readonly Minute[] {
  const [told, setTold] = useState<Told>({ of: tenantId, minutes: none })
  useStream({ topic: "watch", id: tenantId }, (heard) => {
    if (heard.kind === "state" && heard.topic === "minute" && heard.id === minuteKey(tenantId, heard.minute.at))
      setTold((before) => ({ of: tenantId, minutes: joined(before.of === tenantId ? before.minutes : none, [heard.minute]) }))
  })
  const later = told.of === tenantId ? told.minutes : none
  return useMemo(() => joined(made, later), [made, later])
}

const most = 61
const none: readonly Minute[] = []

interface Told {
  readonly of: string
  readonly minutes: readonly Minute[]
}

/** The later word about a minute holds. */
function joined(before: readonly Minute[], later: readonly Minute[]): Minute[] {
  const minutes = new Map([...before, ...later].map((minute) => [minute.at, minute]))
  return [...minutes.values()].sort((a, b) => a.at - b.at).slice(-most)
}
