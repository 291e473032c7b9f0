import { LRUCache } from "lru-cache"
import type { BrowserPayment } from "#server/ports/payment-gateway.ts"

export interface PolicyParts {
  readonly origin: string
  readonly payments: BrowserPayment
}

/** The policy around a nonce, so that a stored page can be given a fresh one at every answer. */
export type Policy = (nonce: string) => string
export type PolicyOf = (origin: string) => Policy

/** Policies by origin, put together once each. */
export function contentPolicies(payments: BrowserPayment): PolicyOf {
  const known = new LRUCache<string, Policy>({ max: 5_000 })
  return (origin) => {
    const policy = known.get(origin) ?? contentPolicy({ origin, payments })
    known.set(origin, policy)
    return policy
  }
}

export function contentPolicy({ origin, payments }: PolicyParts): Policy {
  const socket = origin.replace(/^http/, "ws")
  const pay = payments.kind === "simulator" ? payments.origin : "https://api.stripe.com"
  const onboarding = payments.kind === "simulator" ? payments.origin : "https://api.stripe.com https://connect.stripe.com"
  const frames = payments.kind === "simulator" ? payments.origin : "https://js.stripe.com https://hooks.stripe.com"
  const rest = [
    "default-src 'none'",
    // Styles are files; attributes are what measured layouts (charts, floating panels) write.
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self' ${socket} ${pay}`,
    `frame-src ${frames}`,
    `form-action 'self' ${onboarding}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
  return (nonce) => `script-src 'nonce-${nonce}' 'strict-dynamic'; ${rest}`
}

export function securityHeaders(scheme: "http" | "https"): Readonly<Record<string, string>> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(scheme === "https" ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  }
}
