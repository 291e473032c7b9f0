import type { LoggedEvent } from "#server/messages/events.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"

/** For one process that is web and worker at once. A listener that throws does not keep the event from the others. */
export function createInProcessBus(onFault: (error: unknown) => void = () => undefined): LiveBus {
  const listeners = new Set<(event: LoggedEvent) => void>()
  const interrupted = new Set<() => void>()
  const tell = (listener: (event: LoggedEvent) => void, event: LoggedEvent) => {
    try {
      listener(event)
    } catch (error) {
      onFault(error)
    }
  }
  return {
    async publish(events) {
      for (const event of events) for (const listener of listeners) tell(listener, event)
    },
    async alarm() {
      for (const hear of interrupted) hear()
    },
    subscribe(listener, onInterrupted) {
      listeners.add(listener)
      if (onInterrupted) interrupted.add(onInterrupted)
      return () => {
        listeners.delete(listener)
        if (onInterrupted) interrupted.delete(onInterrupted)
      }
    },
    async close() {
      listeners.clear()
      interrupted.clear()
    },
  }
}
