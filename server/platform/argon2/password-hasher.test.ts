import { expect, test } from "vitest"
import { createPasswordHasher } from "./password-hasher.ts"

test("hashes by argon2id with the chosen strength, verifies, and pretends", async () => {
  const passwords = createPasswordHasher()
  const [one, other] = await Promise.all([passwords.hash("correct horse"), passwords.hash("correct horse")])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
  expect(await passwords.verify(one, "correct horse")).toBe(true)
  expect(await passwords.verify(one, "correct house")).toBe(false)
  expect(await passwords.pretend("nobody has this password")).toBe(false)
})
