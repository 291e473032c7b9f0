import { describe, expect, it } from "vitest"
import { createRounds } from "./in-process-rounds.ts"

/** A server of rounds that waits to be told to finish each. */
function slowHost() {
  const rounds: { readonly wishes: readonly number[]; finish(error?: Error): void }[] = []
  const serve = (wishes: readonly number[]) =>
    new Promise<readonly number[]>((resolve, reject) => {
      rounds.push({ wishes, finish: (error) => (error ? reject(error) : resolve(wishes.map((wish) => wish * 10))) })
    })
  return { rounds, serve }
}
const soon = () => new Promise((resolve) => setImmediate(resolve))

describe("rounds", () => {
  it("serve together who came while one was under way, in the order of coming", async () => {
    const { rounds, serve } = slowHost()
    const host = createRounds()
    const first = host.join(["a"], 1, serve)
    await soon()
    const later = [2, 3, 4].map((wish) => host.join(["a"], wish, serve))
    await soon()
    expect(rounds.map(({ wishes }) => wishes)).toEqual([[1]])
    rounds[0]?.finish()
    expect(await first).toBe(10)
    await soon()
    expect(rounds[1]?.wishes).toEqual([2, 3, 4])
    rounds[1]?.finish()
    expect(await Promise.all(later)).toEqual([20, 30, 40])
  })

  it("of different keys do not wait for each other; a wish of several joins one that is under way", async () => {
    const { rounds, serve } = slowHost()
    const host = createRounds()
    const [a, b] = [host.join(["a"], 1, serve), host.join(["b"], 2, serve)]
    await soon()
    const both = host.join(["c", "b"], 3, serve)
    await soon()
    expect(rounds.map(({ wishes }) => wishes)).toEqual([[1], [2]])
    rounds[1]?.finish()
    await b
    await soon()
    expect(rounds[2]?.wishes).toEqual([3])
    rounds[2]?.finish()
    rounds[0]?.finish()
    expect(await Promise.all([a, both])).toEqual([10, 30])
  })

  it("that fail tell everybody in them, and nobody else", async () => {
    const { rounds, serve } = slowHost()
    const host = createRounds()
    const first = host.join(["a"], 1, serve)
    await soon()
    const second = host.join(["a"], 2, serve)
    const fault = new Error("no")
    rounds[0]?.finish(fault)
    await expect(first).rejects.toBe(fault)
    await soon()
    rounds[1]?.finish()
    expect(await second).toBe(20)
  })

  it("share what is under way already, and do it again afterwards", async () => {
    const host = createRounds()
    let runs = 0
    const run = async () => {
      await soon()
      return ++runs
    }
    expect(await Promise.all([host.share("a", run), host.share("a", run), host.share("b", run)])).toEqual([1, 1, 2])
    expect(await host.share("a", run)).toBe(3)
    await expect(host.share("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no")
    expect(await host.share("a", run)).toBe(4)
  })

  it("know how many are there, and forget who left", async () => {
    const host = createRounds()
    let leave = () => {}
    const gone = new Promise<void>((resolve) => {
      leave = resolve
    })
    const [one, two] = [host.attend(["a", "b"], () => gone), host.attend(["b"], () => Promise.reject(new Error("no")))]
    expect([host.crowd(["a"]), host.crowd(["b"]), host.crowd(["a", "b", "c"]), host.crowd(["c"])]).toEqual([1, 2, 2, 0])
    await expect(two).rejects.toThrow("no")
    leave()
    await one
    expect(host.crowd(["a", "b"])).toBe(0)
  })
})
