import type { PlatformContext } from "#server/context/platform-context.ts"
import { evaluateAlerts } from "#server/domain/insights/index.ts"
import { mailAlerts } from "#server/domain/outreach/index.ts"
import { minutes, seconds } from "#server/kernel/clock.ts"
import { createMinuteKeeper } from "./keep-minutes.ts"
import { tellBacklog } from "./tell-backlog.ts"

/** What watches over all shops, by the clock. Every worker does; whoever comes second finds it done. */
export function watchJobs(platform: PlatformContext) {
  const keeper = createMinuteKeeper(platform)
  return [
    { name: "pulse.tell-backlog", everyMs: seconds(2), run: () => tellBacklog(platform) },
    { name: "pulse.keep-minutes", everyMs: seconds(5), run: () => keeper.keep() },
    { name: "pulse.prune", everyMs: minutes(1), run: () => keeper.prune() },
    {
      name: "alerts.evaluate",
      everyMs: seconds(3),
      run: async () => {
        await evaluateAlerts(platform)
        await mailAlerts(platform)
      },
    },
  ]
}
