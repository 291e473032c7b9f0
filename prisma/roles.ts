import { createHmac } from "node:crypto"

export const appRole = "rialto_app"
export const platformRole = "rialto_platform"

export interface RoleUrls {
  readonly app: string
  readonly platform: string
}

/**
 * The two roles' URLs, derived from the owner's: nothing more to keep or to hand over, and whoever learns one role's
 * password learns neither the owner's nor the other role's. A new owner password gives new ones at the next migration.
 */
export function roleUrls(ownerUrl: string): RoleUrls {
  const passwords = rolePasswords(ownerUrl)
  return { app: urlAs(ownerUrl, appRole, passwords.app), platform: urlAs(ownerUrl, platformRole, passwords.platform) }
}

export function rolePasswords(ownerUrl: string): { app: string; platform: string } {
  const secret = decodeURIComponent(new URL(ownerUrl).password)
  if (secret === "")
    throw new Error("The owner's database URL must carry a password: the passwords of the other roles come from it.")
  const derive = (role: string) => createHmac("sha256", secret).update(role).digest("base64url")
  return { app: derive(appRole), platform: derive(platformRole) }
}

function urlAs(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}
