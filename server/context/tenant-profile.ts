/** What every page and job of a shop needs to know of it. Loaded by host or id, kept until an event names it. */
export interface TenantProfile {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly tagline: string
  readonly status: "active" | "suspended"
  readonly currency: string
  readonly language: string
  readonly country: string
  readonly theme: string
  /** Stored primary domain, without scheme or port. */
  readonly host: string
}
