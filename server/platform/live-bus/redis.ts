import { Redis } from "ioredis"
import { z } from "zod"
import type { LoggedEvent } from "#server/messages/events.ts"
import { readEvent } from "#server/messages/read-event.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import { createInProcessBus } from "./in-process.ts"

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
export function createRedisBus(url: string, onFault: (error: unknown) => void): LiveBus {
  const out = new Redis(url, { maxRetriesPerRequest: 2, enableOfflineQueue: true })
  const into = new Redis(url, { maxRetriesPerRequest: null })
  const local = createInProcessBus(onFault)
  let wasReady = false

  out.on("error", onFault)
  into.on("error", onFault)
  into.on("ready", () => {
    if (wasReady) void local.alarm()
    wasReady = true
  })
  into.on("message", (_channel: string, text: string) => {
    void (text === alarm ? local.alarm() : local.publish(readEvents(text, onFault)))
  })
  into.subscribe(channel).catch(onFault)

  return {
    async publish(events) {
      if (events.length > 0) await out.publish(channel, JSON.stringify(events))
    },
    async alarm() {
      await out.publish(channel, alarm)
    },
    subscribe: local.subscribe,
    async close() {
      await local.close()
      into.disconnect()
      out.disconnect()
    },
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
