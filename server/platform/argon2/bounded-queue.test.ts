import { expect, test } from "vitest"
import { isRefusalOf } from "#server/messages/refusals.ts"
import { createBoundedQueue } from "./bounded-queue.ts"

test("runs two at a time, in order, and refuses what would wait too long", async () => {
  const run = createBoundedQueue(2, 1)
  const finish: (() => void)[] = []
  const started: number[] = []
  const job = (n: number) => () => {
    started.push(n)
    return new Promise<number>((resolve) => finish.push(() => resolve(n)))
  }
  const all = [1, 2, 3].map((n) => run(job(n)))
  const refused = await run(job(4)).catch((error: unknown) => error)

  expect(isRefusalOf(refused, "http.too-many-requests")).toBe(true)
  expect(started).toEqual([1, 2])
  finish[0]?.()
  await all[0]
  await new Promise(setImmediate)
  expect(started).toEqual([1, 2, 3])
  finish[1]?.()
  finish[2]?.()
  expect(await Promise.all(all)).toEqual([1, 2, 3])
})

test("work that fails gives its place on", async () => {
  const run = createBoundedQueue(1, 1)
  const fails = run(() => Promise.reject(new Error("no")))
  const next = run(async () => "yes")
  await expect(fails).rejects.toThrow("no")
  expect(await next).toBe("yes")
})
