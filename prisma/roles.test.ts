import { expect, test } from "vitest"
import { rolePasswords, roleUrls } from "./roles.ts"

const owner = "postgresql://own:s%40cret@db.example:5433/shop?sslmode=require"

test("the roles' URLs differ from the owner's in user and password only", () => {
  const { app, platform } = roleUrls(owner)
  for (const [url, name] of [
    [new URL(app), "rialto_app"],
    [new URL(platform), "rialto_platform"],
  ] as const) {
    expect(url.username).toBe(name)
    expect(`${url.host}${url.pathname}${url.search}`).toBe("db.example:5433/shop?sslmode=require")
    expect(url.password).not.toContain("cret")
  }
})

test("passwords are stable, and each role has its own", () => {
  const { app, platform } = rolePasswords(owner)
  expect(rolePasswords(owner)).toEqual({ app, platform })
  expect(app).not.toBe(platform)
  expect(rolePasswords(owner.replace("s%40cret", "other")).app).not.toBe(app)
})

test("an owner without a password is refused", () => {
  expect(() => roleUrls("postgresql://own@db.example/shop")).toThrow("must carry a password")
})
