import type { LoadContext } from "#app/http/load-context.ts"
import { staffSessions } from "#server/domain/identity/index.ts"

/** Opens a session for this account and keeps it in the browser. */
export async function letIn({ platform, cookies }: Pick<LoadContext, "platform" | "cookies">, accountId: string): Promise<void> {
  const { token, expiresAt } = await staffSessions(platform, "console").open(accountId)
  cookies.set("staff", token, expiresAt)
}
