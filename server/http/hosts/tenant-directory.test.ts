import { expect, it } from "vitest"
import type { TenantProfile } from "#server/context/tenant-profile.ts"
import { createTenantDirectory } from "./tenant-directory.ts"

const alder: TenantProfile = {
  ...{ id: "ten_a", slug: "alder", name: "Alder", tagline: "", status: "active", currency: "USD", language: "en" },
  ...{ country: "US", theme: "linen", host: "alder.test" },
}

it("asks once for all, remembers, and remembers that there is none", async () => {
  const { directory, asked } = newDirectory({ "alder.test": alder })
  await Promise.all([directory.byHost("alder.test"), directory.byHost("alder.test"), directory.byHost("nobody.test")])
  expect([await directory.byHost("alder.test"), await directory.byHost("nobody.test")]).toEqual([alder, undefined])
  expect(asked).toEqual(["alder.test", "nobody.test"])
})

it("believes an event more than an answer that was on its way", async () => {
  const rows: Record<string, TenantProfile> = { "alder.test": alder }
  const { directory, hold } = newDirectory(rows)
  const release = hold()
  const early = directory.byHost("alder.test")
  rows["alder.test"] = { ...alder, status: "suspended" }
  directory.drop("ten_a")
  release()
  expect((await early)?.status).toBe("active")
  expect((await directory.byHost("alder.test"))?.status).toBe("suspended")
})

it("forgets that there was none when a shop opens", async () => {
  const rows: Record<string, TenantProfile> = {}
  const { directory } = newDirectory(rows)
  expect(await directory.byHost("alder.test")).toBeUndefined()
  rows["alder.test"] = alder
  directory.drop("ten_a")
  expect(await directory.byHost("alder.test")).toEqual(alder)
})

it("asks again in time, and keeps to what it knew while the database is away", async () => {
  const rows: Record<string, TenantProfile> = { "alder.test": alder }
  const { directory, asked, later, away } = newDirectory(rows)
  await directory.byHost("alder.test")
  later(31_000)
  away(true)
  expect(await directory.byHost("alder.test")).toEqual(alder)
  await expect(directory.byHost("mohn.test")).rejects.toThrow("connection terminated")
  away(false)
  rows["alder.test"] = { ...alder, name: "Alder & Co" }
  expect((await directory.byHost("alder.test"))?.name).toBe("Alder & Co")
  expect(asked).toHaveLength(4)
})

function newDirectory(rows: Record<string, TenantProfile>) {
  const asked: string[] = []
  let now = 0
  let isAway = false
  let gate = Promise.resolve()
  const look = async (host: string) => {
    asked.push(host)
    const answer = rows[host]
    await gate
    if (isAway) throw new Error("connection terminated unexpectedly")
    return answer
  }
  const directory = createTenantDirectory({ byHost: look, byId: look }, { now: () => new Date(now) })
  return {
    directory,
    asked,
    later(ms: number) {
      now += ms
    },
    away(is: boolean) {
      isAway = is
    },
    hold() {
      let release: () => void = () => undefined
      gate = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
  }
}
