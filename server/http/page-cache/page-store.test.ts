import { expect, it } from "vitest"
import { createPageStore, type Outcome } from "./page-store.ts"
import { storedPage } from "./stored-page.ts"

const shop = "cache:ten_a:shop"
const product = "cache:ten_a:product:p1"

it("forgets exactly the pages that a surrogate names", async () => {
  const store = newStore()
  await store.render("list", "ten_a", async () => pageOf("list", [shop, product]))
  await store.render("about", "ten_a", async () => pageOf("about", [shop]))
  store.dropSurrogates([product])
  expect(store.find("list")).toBeUndefined()
  expect(store.find("about")).toBeDefined()
})

it("does not keep what was read before an event that came during the rendering", async () => {
  const store = newStore()
  const slow = deferred()
  const rendering = store.render("list", "ten_a", () => slow.outcome)
  store.dropSurrogates([product])
  slow.finish(pageOf("old", [shop, product]))
  await rendering
  expect(store.find("list")).toBeUndefined()
})

it("keeps a rendering that an event about something else interrupted", async () => {
  const store = newStore()
  const slow = deferred()
  const rendering = store.render("list", "ten_a", () => slow.outcome)
  store.dropSurrogates(["cache:ten_a:product:p2"])
  slow.finish(pageOf("list", [shop, product]))
  await rendering
  expect(store.find("list")).toBeDefined()
})

it("gives whoever asks after an event a rendering of their own, and a late old one does not replace it", async () => {
  const store = newStore()
  const old = deferred()
  const early = store.render("list", "ten_a", () => old.outcome)
  store.dropSurrogates([product])
  const late = await store.render("list", "ten_a", async () => pageOf("new", [product]))
  old.finish(pageOf("old", [product]))
  await early
  expect(late.rendered.body).toBe("new")
  expect(String(store.find("list")?.pieces[0])).toBe("new")
})

it("renders once for all who wait, and again after a failure", async () => {
  const store = newStore()
  let runs = 0
  const slow = deferred()
  const run = () => {
    runs++
    return slow.outcome
  }
  const waiting = [store.render("list", "ten_a", run), store.render("list", "ten_a", run)]
  slow.finish(pageOf("list", [shop]))
  await Promise.all(waiting)
  expect(runs).toBe(1)
  await expect(store.render("other", "ten_a", async () => Promise.reject(new Error("broken")))).rejects.toThrow("broken")
  await store.render("other", "ten_a", async () => pageOf("whole", [shop]))
  expect(store.find("other")).toBeDefined()
})

it("believes nothing that began before events were missed", async () => {
  const store = newStore()
  await store.render("kept", "ten_a", async () => pageOf("kept", [shop]))
  const slow = deferred()
  const rendering = store.render("list", "ten_a", () => slow.outcome)
  store.dropAll()
  slow.finish(pageOf("list", [shop]))
  await rendering
  expect([store.find("kept"), store.find("list")]).toEqual([undefined, undefined])
})

it("stays below its bytes", async () => {
  const store = createPageStore({ mostBytes: 20_000, keptMs: 60_000 })
  for (let n = 0; n < 20; n++) await store.render(`page ${n}`, "ten_a", async () => pageOf("x".repeat(3_000), [shop]))
  const kept = Array.from({ length: 20 }, (_, n) => store.find(`page ${n}`)).filter(Boolean)
  expect(kept.length).toBeGreaterThan(1)
  expect(kept.reduce((sum, page) => sum + (page?.bytes ?? 0), 0)).toBeLessThanOrEqual(20_000)
})

function newStore() {
  return createPageStore({ mostBytes: 1_000_000, keptMs: 60_000 })
}

function pageOf(body: string, surrogates: string[]): Outcome {
  const rendered = { status: 200, headers: {}, body, surrogates }
  return { rendered, page: storedPage(rendered, "placeholder") }
}

function deferred() {
  let finish: (outcome: Outcome) => void = () => undefined
  const outcome = new Promise<Outcome>((resolve) => {
    finish = resolve
  })
  return { outcome, finish }
}
