import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { createReloader } from "./reloader.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe("the reloader", () => {
  it("reloads once for many wishes, at the earliest", () => {
    const reload = vi.fn()
    const reloader = createReloader(reload)
    reloader.ask(1_500)
    reloader.ask(60)
    reloader.ask(60)
    vi.advanceTimersByTime(300)
    expect(reload).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(5_000)
    expect(reload).toHaveBeenCalledOnce()
  })

  it("keeps wishes that come during a reload until it has ended", () => {
    const reload = vi.fn()
    const reloader = createReloader(reload)
    reloader.busy(true)
    reloader.ask(60)
    vi.advanceTimersByTime(5_000)
    expect(reload).not.toHaveBeenCalled()
    reloader.busy(false)
    vi.advanceTimersByTime(1)
    expect(reload).toHaveBeenCalledOnce()
  })

  it("rests between two reloads, though the page may be slow to say that it is busy", () => {
    const reload = vi.fn()
    const reloader = createReloader(reload)
    reloader.ask(0)
    vi.advanceTimersByTime(150)
    reloader.ask(0)
    vi.advanceTimersByTime(240)
    expect(reload).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(300)
    expect(reload).toHaveBeenCalledTimes(2)
  })
})
