import { refuse } from "#server/messages/refusals.ts"

/**
 * Runs at most `atOnce` pieces of work at a time, in order; beyond `mostWaiting` that wait it says no at once, so that a flood
 * of sign-ins costs the flood, not the shop.
 */
export function createBoundedQueue(atOnce: number, mostWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running < atOnce) running += 1
    else if (waiting.length >= mostWaiting) refuse("http.too-many-requests", { retryAfterSeconds: 2 })
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // The place is handed on, not given back: a newcomer cannot slip in between.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
