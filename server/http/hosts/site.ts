import type { TenantProfile } from "#server/context/tenant-profile.ts"

export const siteNames = ["storefront", "market", "console", "admin"] as const
export type SiteName = (typeof siteNames)[number]

/** What answers at a host. `origin` is the canonical one, from stored names; the request's own header never gets into it. */
export type Site =
  | { readonly name: "storefront"; readonly origin: string; readonly tenant: TenantProfile }
  | { readonly name: "market" | "console" | "admin"; readonly origin: string }
  | { readonly name: "pay"; readonly origin: string }
