import type { PlatformContext } from "#server/context/platform-context.ts"
import { platformKey } from "#server/kernel/tenant-keys.ts"
import { refuse } from "#server/messages/refusals.ts"
import { type Account, accountFields } from "./account.ts"
import { countAttempt } from "./attempts.ts"
import type { SignInRequest } from "./credentials.ts"

/**
 * An unknown address takes as long as a wrong password. Opens no session: see `staffSessions`.
 * @throws Refusal identity.bad-credentials, http.too-many-requests
 */
export async function signInStaff(platform: PlatformContext, { email, password }: SignInRequest): Promise<Account> {
  const { passwords, limits } = platform.ports
  await countAttempt(limits, platformKey("limit", "sign-in", email))
  const found = await platform.read("identity.sign-in", ({ rows }) =>
    rows.account.findFirst({ where: { email }, select: { ...accountFields, passwordHash: true } }),
  )
  const isRight = found ? await passwords.verify(found.passwordHash, password) : await passwords.pretend(password)
  if (!found || !isRight) return refuse("identity.bad-credentials")
  const { passwordHash: _, ...account } = found
  return account
}
