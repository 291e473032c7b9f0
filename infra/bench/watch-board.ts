import { setTimeout as pause } from "node:timers/promises"
import type { Browser, CDPSession } from "playwright"

export interface Watching {
  measure(forMs: number): Promise<{
    readonly rows: number
    /** Of the live channel, as the frames' texts. */
    readonly bytesPerSecond: number
    readonly framesPerSecond: number
    /** All that the page's main thread did: script, style, layout, paint. */
    readonly mainThreadMsPerSecond: number
    readonly scriptMsPerSecond: number
    readonly longTasks: number
  }>
}

/** Opens the board as an admin and listens to what the browser says of itself. */
export async function watchBoard(
  browser: Browser,
  origin: string,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Watching> {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 1000 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  let bytes = 0
  let frames = 0
  await session.send("Network.enable")
  await session.send("Performance.enable")
  session.on("Network.webSocketFrameReceived", ({ response }) => {
    bytes += response.payloadData.length
    frames++
  })
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Password").fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
  const lines = page.locator(".board-table tbody tr")
  await lines.first().waitFor()
  await page.evaluate(() => {
    let long = 0
    new PerformanceObserver((list) => {
      long += list.getEntries().length
      Reflect.set(window, "longTasks", long)
    }).observe({ entryTypes: ["longtask"] })
  })
  return {
    async measure(forMs) {
      const [before, bytesBefore, framesBefore] = [await timesOf(session), bytes, frames]
      const began = performance.now()
      await pause(forMs)
      const seconds = (performance.now() - began) / 1_000
      const after = await timesOf(session)
      const longTasks = await page.evaluate(() => Number(Reflect.get(window, "longTasks") ?? 0))
      return {
        rows: await lines.count(),
        bytesPerSecond: (bytes - bytesBefore) / seconds,
        framesPerSecond: (frames - framesBefore) / seconds,
        mainThreadMsPerSecond: ((after.tasks - before.tasks) * 1_000) / seconds,
        scriptMsPerSecond: ((after.script - before.script) * 1_000) / seconds,
        longTasks,
      }
    },
  }
}

async function timesOf(session: CDPSession): Promise<{ tasks: number; script: number }> {
  const { metrics } = await session.send("Performance.getMetrics")
  const metricOf = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  return { tasks: metricOf("TaskDuration"), script: metricOf("ScriptDuration") }
}
