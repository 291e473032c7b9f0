import type { PlatformContext } from "#server/context/platform-context.ts"
import { type Account, accountFields } from "./account.ts"

export async function findAccount(platform: PlatformContext, accountId: string): Promise<Account | undefined> {
  const found = await platform.read("identity.find-account", ({ rows }) =>
    rows.account.findFirst({ where: { id: accountId }, select: accountFields }),
  )
  return found ?? undefined
}
