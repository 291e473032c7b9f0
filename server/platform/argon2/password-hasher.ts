import { hash, verify } from "@node-rs/argon2"
import type { PasswordHasher } from "#server/ports/password-hasher.ts"
import { createBoundedQueue } from "./bounded-queue.ts"

/** Argon2id, which is the package's default kind, with the parameters that OWASP names first: 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Off the event loop, two at a time, at most 64 waiting. @throws Refusal http.too-many-requests */
export function createPasswordHasher(): PasswordHasher {
  const queued = createBoundedQueue(2, 64)
  let nobody: Promise<string> | undefined
  return {
    hash: (password) => queued(() => hash(password, strength)),
    verify: (known, password) => queued(() => verify(known, password)),
    async pretend(password) {
      nobody ??= hash("nobody has this password", strength)
      const known = await nobody
      await queued(() => verify(known, password))
      return false
    },
  }
}
