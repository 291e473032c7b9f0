import { expect, test } from "vitest"
import { hostSlugFrom, slugFrom } from "./slug.ts"

test("a slug is lower case, hyphenated and free of accents", () => {
  expect(slugFrom("  Café Größe — N° 5! ")).toBe("cafe-grosse-n-5")
  expect(slugFrom("Mother's Jug")).toBe("mothers-jug")
})

test("letters of other scripts stay in a slug and leave a host name", () => {
  expect(slugFrom("青瓷 茶壶 200ml")).toBe("青瓷-茶壶-200ml")
  expect(hostSlugFrom("青瓷 茶壶 200ml")).toBe("200ml")
  expect(hostSlugFrom("青瓷")).toBe("")
})

test("a cut slug does not end in a hyphen", () => {
  expect(hostSlugFrom(`${"a".repeat(39)} b`)).toBe("a".repeat(39))
})
