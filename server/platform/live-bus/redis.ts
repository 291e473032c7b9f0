import { z } from "zod"
import type { LoggedEvent } from "#server/messages/events.ts"
import { readEvent } from "#server/messages/read-event.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import { createInProcessBus } from "./in-process.ts"
import type { RedisLine } from "./redis-line.ts"

const channel = "rialto:live"
const alarm = "!"

const wire = z.array(
  z.object({
    tenantId: z.string(),
    eventId: z.string(),
    seq: z.number().int(),
    name: z.string(),
    payload: z.unknown(),
    at: z.coerce.date(),
  }),
)

/** One publication per round of the relay. After a lost connection the listeners are told that they may have missed some. */
export function createRedisBus(line: RedisLine, onFault: (error: unknown) => void): LiveBus {
  const local = createInProcessBus(onFault)
  line.onInterrupted(() => void local.alarm())
  line.listen(channel, (text) => {
    void (text === alarm ? local.alarm() : local.publish(readEvents(text, onFault)))
  })
  return {
    async publish(events) {
      if (events.length > 0) await line.publish(channel, JSON.stringify(events))
    },
    alarm: () => line.publish(channel, alarm),
    subscribe: local.subscribe,
    close: local.close,
  }
}

/** A newer version of the program may speak of events that this one does not know: those are nobody's here. */
function readEvents(text: string, onFault: (error: unknown) => void): LoggedEvent[] {
  try {
    return wire.parse(JSON.parse(text)).flatMap((row) => {
      const event = readEvent(row)
      return event ? [{ ...event, seq: row.seq }] : []
    })
  } catch (error) {
    onFault(error)
    return []
  }
}
