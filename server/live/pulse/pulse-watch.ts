import type { PlatformContext } from "#server/context/platform-context.ts"
import { openAlerts, recentMinutes } from "#server/domain/insights/index.ts"
import type { PulseSource } from "#server/http/context/live-watch.ts"
import { after, minutes, seconds } from "#server/kernel/clock.ts"
import type { LiveMessage, Subscription } from "#server/messages/live.ts"
import { type BoardView, plainView, viewKey } from "#server/messages/pulse.ts"
import { createSampleReader } from "#server/platform/pulse/sample-reader.ts"
import type { FrameBuffer } from "#server/live/frame-buffer.ts"
import { rooms } from "#server/live/rooms.ts"
import { boardMessages, minuteMessage, shopMessage } from "./pulse-messages.ts"
import type { PulseBoard } from "./pulse-board.ts"

export interface PulseWatch extends PulseSource {
  /** What a socket that has just entered a room of the platform's is to know. */
  open(subscription: WatchedBy): Promise<readonly LiveMessage[]>
  /** Once a second: tells every room that has listeners what has changed. Without any it does nothing. */
  beat(): Promise<void>
}

export type WatchedBy = Extract<Subscription, { topic: "platform" | "watch" }>

export interface PulseWatchParts {
  readonly board: PulseBoard
  readonly platform: PlatformContext
  readonly frames: Pick<FrameBuffer, "put">
  readonly hasListeners: (room: string) => boolean
}

const freshMs = 900
const chartsEveryMs = seconds(5)
const backMs = seconds(75)

/** Looks at the board for those who watch. A node where nobody watches reads nothing; whoever comes finds the last minute. */
export function createPulseWatch({ board, platform, frames, hasListeners }: PulseWatchParts): PulseWatch {
  const reader = createSampleReader(backMs)
  const views = new Map<string, BoardView>()
  const shops = new Set<string>()
  /** What each room was told last, so that only what changed is told again. */
  const told = new Map<string, Map<string, string>>()
  let looked = { atMs: 0, done: Promise.resolve() }
  let chartsAtMs = 0
  let last = 0

  const nowMs = () => (last = Math.max(last + 1, platform.clock.now().getTime()))
  const look = async (now: Date) => {
    const [samples, alerts] = await Promise.all([
      platform.read("pulse.read-samples", (rows) => reader.next(rows, now)),
      openAlerts(platform),
    ])
    for (const sample of samples) board.sample(sample)
    board.alerts(alerts)
  }
  /** Callers at the same time share one look; a failed one is not kept. */
  const refresh = () => {
    const now = platform.clock.now()
    if (now.getTime() - looked.atMs < freshMs) return looked.done
    const look1 = { atMs: now.getTime(), done: looked.done.catch(() => undefined).then(() => look(now)) }
    look1.done.catch(() => {
      if (looked === look1) looked = { atMs: 0, done: Promise.resolve() }
    })
    looked = look1
    return look1.done
  }
  const page = async (view: BoardView) => {
    await refresh()
    return board.page(view, nowMs())
  }
  const shop = async (tenantId: string) => {
    await refresh()
    const at = nowMs()
    const found = board.shop(tenantId, at)
    return found && { at, shop: found }
  }
  const tellChanged = (room: string, messages: readonly LiveMessage[]) => {
    const before = told.get(room) ?? new Map<string, string>()
    told.set(room, before)
    for (const message of messages) {
      const { key, text } = contentOf(message)
      if (before.get(key) === text) continue
      before.set(key, text)
      frames.put(room, message, 0)
    }
  }
  const leave = () => {
    for (const room of views.keys()) if (!hasListeners(room)) views.delete(room)
    for (const id of shops) if (!hasListeners(rooms.watched(id))) shops.delete(id)
    for (const room of told.keys()) if (!hasListeners(room)) told.delete(room)
  }
  const charts = async () => {
    const since = after(platform.clock.now(), -minutes(3))
    for (const { tenantId, minute } of await recentMinutes(platform, [...shops], since))
      tellChanged(rooms.watched(tenantId), [minuteMessage(tenantId, minute, nowMs())])
  }

  return {
    page,
    shop,
    async open(subscription) {
      if (subscription.topic === "watch") {
        shops.add(subscription.id)
        const found = await shop(subscription.id)
        return found ? [shopMessage(found.shop, found.at)] : []
      }
      const view = subscription.view ?? plainView
      views.set(rooms.board(viewKey(view)), view)
      return boardMessages(view, await page(view))
    },
    async beat() {
      leave()
      if (views.size + shops.size === 0) return
      await refresh()
      for (const [room, view] of views) tellChanged(room, boardMessages(view, board.page(view, nowMs())))
      for (const id of shops) {
        const found = board.shop(id, nowMs())
        if (found) tellChanged(rooms.watched(id), [shopMessage(found, nowMs())])
      }
      if (shops.size === 0 || last - chartsAtMs < chartsEveryMs) return
      chartsAtMs = last
      await charts()
    },
  }
}

/** A message without its revision: what makes it news. The time of a page is news each time: the reader sees that the figures live. */
function contentOf(message: LiveMessage): { key: string; text: string } {
  const { revision: _, ...content } = { revision: 0, ...message }
  return { key: `${message.topic} ${message.id}`, text: JSON.stringify(content) }
}
