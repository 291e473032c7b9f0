import { LRUCache } from "lru-cache"
import type { RenderedPage, StoredPage } from "./stored-page.ts"

export interface PageStore {
  find(key: string): StoredPage | undefined
  /** Renders at most once at a time per key. `scope` is the tenant, or the market: an event about it sends later askers to a new rendering. */
  render(key: string, scope: string, run: () => Promise<Outcome>): Promise<Outcome>
  /** Drops every page that depends on one of these; what is being rendered now is not kept. */
  dropSurrogates(keys: readonly string[]): void
  dropAll(): void
}

/** `page` is absent when what came out is not for keeping. */
export interface Outcome {
  readonly rendered: RenderedPage
  readonly page?: StoredPage
}

export interface PageStoreOptions {
  readonly mostBytes: number
  /** A net under the events, not the way pages get fresh. */
  readonly keptMs: number
}

const mostRemembered = 50_000

export function createPageStore({ mostBytes, keptMs }: PageStoreOptions): PageStore {
  const dependants = new Map<string, Set<string>>()
  const droppedAt = new Map<string, number>()
  const underWay = new Map<string, { readonly scope: string; readonly outcome: Promise<Outcome> }>()
  let moment = 0
  let nothingBefore = 0

  const pages = new LRUCache<string, StoredPage>({
    maxSize: mostBytes,
    ttl: keptMs,
    sizeCalculation: (page) => page.bytes,
    dispose: (page, key) => page.surrogates.forEach((surrogate) => void unlink(surrogate, key)),
  })

  function unlink(surrogate: string, key: string): void {
    const keys = dependants.get(surrogate)
    keys?.delete(key)
    if (keys?.size === 0) dependants.delete(surrogate)
  }

  /** A page that was read before an event must not outlive it. */
  function keep(key: string, page: StoredPage, began: number): void {
    if (began < nothingBefore || page.surrogates.some((surrogate) => (droppedAt.get(surrogate) ?? 0) > began)) return
    pages.set(key, page)
    for (const surrogate of page.surrogates) {
      const keys = dependants.get(surrogate) ?? new Set()
      dependants.set(surrogate, keys.add(key))
    }
  }

  function forgetOldDrops(): void {
    if (droppedAt.size < mostRemembered) return
    droppedAt.clear()
    nothingBefore = moment
  }

  return {
    find: (key) => pages.get(key),
    render(key, scope, run) {
      const running = underWay.get(key)
      if (running) return running.outcome
      const began = moment
      const outcome = run()
        .then((result) => {
          if (result.page) keep(key, result.page, began)
          return result
        })
        .finally(() => {
          if (underWay.get(key)?.outcome === outcome) underWay.delete(key)
        })
      underWay.set(key, { scope, outcome })
      return outcome
    },
    dropSurrogates(keys) {
      moment++
      forgetOldDrops()
      for (const surrogate of keys) {
        droppedAt.set(surrogate, moment)
        for (const key of [...(dependants.get(surrogate) ?? [])]) pages.delete(key)
        for (const [key, { scope }] of underWay) if (surrogate.includes(scope)) underWay.delete(key)
      }
    },
    dropAll() {
      moment++
      nothingBefore = moment
      underWay.clear()
      pages.clear()
    },
  }
}
