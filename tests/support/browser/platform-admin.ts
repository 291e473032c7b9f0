import type { Page } from "playwright"
import { knock } from "./knock.ts"
import type { OpenHouse } from "./open-house.ts"
import type { Merchant } from "./selling.ts"

/** An account like any other, which the database's owner then raised: the product itself has no door for that. */
export async function makePlatformAdmin(house: OpenHouse, { name, email, password }: Merchant): Promise<void> {
  const origin = house.origin("console")
  const answer = await knock(house, `${origin}/sign-up`, { headers: { origin }, form: { name, email, password } })
  if (answer.status !== 303) throw new Error(`signing up answered ${answer.status}`)
  await house.sql("update account set platform_admin = true where email = $1", [email])
}

export async function signInAdmin(page: Page, house: OpenHouse, { email, password }: Merchant): Promise<void> {
  await page.goto(house.origin("admin"))
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Password").fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.getByRole("heading", { name: "All shops, now" }).waitFor()
}
