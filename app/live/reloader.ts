export interface Reloader {
  /** Reload within the delay; the earliest of several wishes counts for all. */
  ask(delayMs: number): void
  /** While a reload runs, new wishes wait for its end: it may have read too early for them. */
  busy(isBusy: boolean): void
  close(): void
}

/** Not in step with every other open page, and not more than about twice a second. */
const spreadMs = 150
/** Also covers the moment until the page says that it is busy: to reload over a reload is an error to the router. */
const restMs = 400

export function createReloader(reload: () => void): Reloader {
  let dueAt: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let restsUntil = 0
  let isBusy = false

  const run = () => {
    timer = undefined
    dueAt = undefined
    restsUntil = Date.now() + restMs
    reload()
  }
  const arm = () => {
    if (dueAt === undefined || isBusy) return
    clearTimeout(timer)
    timer = setTimeout(run, Math.max(0, Math.max(dueAt, restsUntil) - Date.now()))
  }
  return {
    ask(delayMs) {
      const wish = Date.now() + delayMs + Math.random() * spreadMs
      if (dueAt !== undefined && dueAt <= wish) return
      dueAt = wish
      arm()
    },
    busy(next) {
      isBusy = next
      if (isBusy) clearTimeout(timer)
      else arm()
    },
    close() {
      clearTimeout(timer)
      dueAt = undefined
    },
  }
}
