import type { Money } from "#server/kernel/money.ts"

/** Everything the business can say no to: code → what the sentence needs. Wording and status live in app/http. */
export interface RefusalDetails {
  "tenants.slug-taken": { slug: string }
  "tenants.slug-reserved": { slug: string }
  "tenants.not-found": Record<string, never>
  "tenants.suspended": Record<string, never>
  "identity.bad-credentials": Record<string, never>
  "identity.email-taken": { email: string }
  "identity.not-allowed": Record<string, never>
  "catalog.product-not-found": Record<string, never>
  "catalog.category-not-found": Record<string, never>
  "catalog.slug-taken": { slug: string }
  "catalog.sku-taken": { sku: string }
  "catalog.bad-picture": Record<string, never>
  "catalog.not-publishable": { missing: "variant" | "picture" | "price" }
  "inventory.sold-out": { variantId: string; free: number; wanted: number }
  "inventory.below-reserved": { reserved: number }
  "inventory.below-promised": { promised: number }
  "inventory.location-not-found": Record<string, never>
  "inventory.location-taken": { name: string }
  "inventory.location-in-use": { pieces: number }
  "inventory.last-location": Record<string, never>
  "inventory.not-there": { there: number; wanted: number }
  "inventory.bad-bundle": { because: "itself" | "nested" | "part-of-another" | "has-stock" | "unknown" | "twice" }
  "inventory.is-bundle": Record<string, never>
  "inventory.part-of-bundle": { title: string }
  "inventory.still-awaited": { pieces: number }
  "pricing.no-shipping": { country: string }
  "carts.empty": Record<string, never>
  "carts.full": { most: number }
  "carts.unknown-variant": Record<string, never>
  "carts.quantity": { most: number }
  "orders.not-found": Record<string, never>
  "orders.wrong-state": { status: string }
  "payments.unavailable": Record<string, never>
  "payments.not-refundable": Record<string, never>
  "payments.refund-currency": { currency: string }
  "payments.refund-too-much": { rest: Money }
  "orders.refund-pieces": { rest: number }
  /** `line` counts from 1. */
  "search.bad-synonyms": { line: number }
  "search.too-many-rules": { most: number }
  "insights.alert-not-found": Record<string, never>
  "insights.alert-settled": Record<string, never>
  "http.too-many-requests": { retryAfterSeconds: number }
}

export type RefusalCode = keyof RefusalDetails

const brand = Symbol.for("rialto.refusal")

/** An expected no. Thrown, so that the transaction rolls back; recognised by brand, since a class may be loaded twice. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  readonly [brand] = true
  constructor(
    readonly code: C,
    readonly details: RefusalDetails[C] | undefined,
  ) {
    super(code)
    this.name = "Refusal"
  }
}

type Details<C extends RefusalCode> = RefusalDetails[C] extends Record<string, never> ? [] : [details: RefusalDetails[C]]

export function refuse<C extends RefusalCode>(code: C, ...[details]: Details<C>): never {
  throw new Refusal(code, details)
}

export function isRefusal(error: unknown): error is Refusal {
  return typeof error === "object" && error !== null && brand in error
}

export function isRefusalOf<C extends RefusalCode>(error: unknown, code: C): error is Refusal<C> {
  return isRefusal(error) && error.code === code
}
