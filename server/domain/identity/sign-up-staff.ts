import type { PlatformContext } from "#server/context/platform-context.ts"
import { isUniqueViolation } from "#server/context/unique-violation.ts"
import { newId } from "#server/kernel/ids.ts"
import { refuse } from "#server/messages/refusals.ts"
import type { SignUpRequest } from "./credentials.ts"

/** Answers the account's id. @throws Refusal identity.email-taken, http.too-many-requests (the hasher is busy) */
export async function signUpStaff(platform: PlatformContext, { email, name, password }: SignUpRequest): Promise<string> {
  const passwordHash = await platform.ports.passwords.hash(password)
  const id = newId("account", platform.clock.now().getTime())
  try {
    await platform.transact("identity.sign-up", ({ rows, now }) =>
      rows.account.create({ data: { id, email, name, passwordHash, createdAt: now } }),
    )
  } catch (error) {
    if (isUniqueViolation(error)) refuse("identity.email-taken", { email })
    throw error
  }
  return id
}
