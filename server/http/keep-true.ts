import type { LogFollower } from "#server/live/log-follower.ts"
import type { TenantDirectory } from "./hosts/tenant-directory.ts"
import type { PageStore } from "./page-cache/page-store.ts"
import { isAboutTenant, surrogatesOf } from "./page-cache/surrogates-of.ts"

/** What is kept in memory goes when an event says that it is no longer true. Answers how to stop listening. */
export function keepTrue(log: Pick<LogFollower, "subscribe">, tenants: TenantDirectory, pages: PageStore): () => void {
  return log.subscribe(
    (event) => {
      if (isAboutTenant(event)) tenants.drop(event.tenantId)
      pages.dropSurrogates(surrogatesOf(event))
    },
    () => {
      tenants.dropAll()
      pages.dropAll()
    },
  )
}
