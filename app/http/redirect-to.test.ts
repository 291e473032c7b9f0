import { expect, it } from "vitest"
import { localPath, redirectTo } from "./redirect-to.ts"

it.each(["/", "/cart?from=1#top", "/products/lamp"])("goes to %s", (target) => expect(localPath(target)).toBe(target))

it.each([
  "",
  "cart",
  "//evil.test",
  "/\\evil.test",
  "/\t/evil.test",
  "https://evil.test/",
  "javascript:alert(1)",
  "/a/..//evil.test",
  null,
  undefined,
  `/${"x".repeat(3_000)}`,
])("does not go to %j", (target) => expect(localPath(target)).toBeUndefined())

it("goes to the start page instead, so that a reload repeats nothing", () => {
  const response = redirectTo("//evil.test")
  expect([response.status, response.headers.get("Location")]).toEqual([303, "/"])
})
