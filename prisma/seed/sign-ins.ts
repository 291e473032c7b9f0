import { shops } from "./shops/shops.ts"

/** Someone who can sign in to the demo world. Only the seed makes them; a real market starts without any. */
export interface DemoSignIn {
  /** Host name, without port. */
  readonly site: string
  readonly who: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly role: "admin" | "owner" | "customer"
  readonly shopSlug?: string
}

const password = "rialto-demo"

export function demoSignIns(apexHost: string): readonly DemoSignIn[] {
  const owners = shops.map(({ slug, name: shopName, owner }) => ({
    site: `console.${apexHost}`,
    who: `Merchant of ${shopName}`,
    ...owner,
    password,
    role: "owner" as const,
    shopSlug: slug,
  }))
  const customers = shops.flatMap(({ slug, name: shopName, customers: people }) =>
    people.map((person) => ({
      site: `${slug}.${apexHost}`,
      who: `Customer of ${shopName}`,
      ...person,
      password,
      role: "customer" as const,
      shopSlug: slug,
    })),
  )
  const admin = {
    site: `admin.${apexHost}`,
    who: "Platform admin",
    name: "Ada Loredan",
    email: "admin@rialto.example",
    password,
    role: "admin" as const,
  }
  return [...owners, admin, ...customers]
}
