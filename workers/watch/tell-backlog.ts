import type { PlatformContext } from "#server/context/platform-context.ts"
import { readBacklog } from "#server/domain/insights/index.ts"
import { after, seconds } from "#server/kernel/clock.ts"
import type { Backlog, ShopBacklog } from "#server/platform/pulse/sample.ts"

/** Not the name of a process: whichever worker looks at the queues speaks for all. */
const node = "backlog"
const everySeconds = 2

/** Looks at what waits and writes it down as a sample, unless another worker just has. Says so, too, when nothing waits. */
export async function tellBacklog(platform: PlatformContext): Promise<void> {
  const now = platform.clock.now()
  const [fresh] = await platform.read(
    "pulse.freshest-backlog",
    ({ sql }) =>
      sql`select n from pulse_sample where node = ${node} and at > ${after(now, -seconds(everySeconds - 0.5))} limit 1`,
  )
  if (fresh) return
  const backlog: Backlog = Object.fromEntries(
    (await readBacklog(platform)).map(({ tenantId, ...shop }) => [tenantId, present(shop)]),
  )
  const n = Math.floor(now.getTime() / seconds(everySeconds))
  await platform.record(
    "pulse.write-backlog",
    ({ sql }) => sql`
      insert into pulse_sample (node, n, at, body) values (${node}, ${n}, ${now}, ${JSON.stringify({ backlog })}::jsonb)
      on conflict do nothing`,
  )
}

function present({ depth, ageMs, held }: Required<ShopBacklog>): ShopBacklog {
  return { ...(depth > 0 ? { depth, ageMs } : {}), ...(held > 0 ? { held } : {}) }
}
