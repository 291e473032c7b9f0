import type { Draft } from "./draft.ts"
import type { World } from "./world.ts"

/** Takes effect at once; resolves when it is on disk, and only then tells others. */
export async function keep(world: World, draft: Draft): Promise<void> {
  world.store.commit(draft.changes)
  await world.store.durable()
  const events = draft.changes.flatMap(([kind, record]) => (kind === "event" && record.subscribed ? [record] : []))
  if (events.length > 0) world.announce(events)
}
