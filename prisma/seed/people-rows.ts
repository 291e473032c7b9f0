import { hash } from "@node-rs/argon2"
import type { PlannedShop } from "./catalog/plan.ts"
import { type Dice, dice } from "./dice.ts"
import { type DemoSignIn, demoSignIns } from "./sign-ins.ts"
import type { Tables } from "./tables.ts"

/** Staff and customers who can sign in. Answers each shop's customers. */
export async function peopleRows(
  tables: Tables,
  shops: readonly PlannedShop[],
  seedNumber: number,
  now: number,
  apexHost: string,
) {
  const luck = dice(seedNumber, "people")
  const customers = new Map<string, { id: string; name: string; email: string }[]>()
  for (const person of demoSignIns(apexHost)) {
    const shop = shops.find(({ source }) => source.slug === person.shopSlug)
    const since = shop?.openedAt ?? Math.min(now, ...shops.map(({ openedAt }) => openedAt))
    const created_at = new Date(since)
    const password_hash = await hashOf(person, luck)
    if (person.role === "customer" && shop) {
      const id = luck.id("customer", since)
      tables.customer.push({ tenant_id: shop.tenantId, id, email: person.email, name: person.name, password_hash, created_at })
      customers.set(shop.tenantId, [...(customers.get(shop.tenantId) ?? []), { id, name: person.name, email: person.email }])
      continue
    }
    const id = luck.id("account", since)
    tables.account.push({
      id,
      email: person.email,
      name: person.name,
      password_hash,
      platform_admin: person.role === "admin",
      created_at,
    })
    if (shop)
      tables.membership.push({
        tenant_id: shop.tenantId,
        id: luck.id("membership", since),
        account_id: id,
        role: "owner",
        created_at,
      })
  }
  return customers
}

/** Salted by the dice, so that a seed number always gives the same world. */
function hashOf({ password }: DemoSignIn, luck: Dice): Promise<string> {
  const salt = Buffer.from(luck.token().slice(0, 16))
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1, salt })
}
