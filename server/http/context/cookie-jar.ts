import type { Request, Response } from "express"

/** Every cookie there is. The prefix makes browsers insist on Secure, Path=/ and no Domain: a sibling shop cannot plant one. */
export const cookieNames = {
  visitor: "__Host-visitor",
  cart: "__Host-cart",
  /** A guest's last orders: what lets this browser open them again. */
  orders: "__Host-orders",
  customer: "__Host-customer",
  staff: "__Host-staff",
  admin: "__Host-admin",
  language: "__Host-language",
} as const
export type CookieKind = keyof typeof cookieNames

export interface CookieJar {
  get(kind: CookieKind): string | undefined
  /** Without an expiry the cookie ends with the browser's session. */
  set(kind: CookieKind, value: string, expiresAt?: Date): void
  clear(kind: CookieKind): void
}

const valueShape = /^[\w.~-]{1,256}$/

export function cookieJarOf(req: Request, res: Response): CookieJar {
  const held = parseCookies(req.headers.cookie)
  const write = (kind: CookieKind, value: string, rest: string) => {
    // The last word counts: a request that signs in and then out must not send both.
    const kept = [res.getHeader("Set-Cookie") ?? []].flat().filter((line) => !String(line).startsWith(`${cookieNames[kind]}=`))
    res.setHeader("Set-Cookie", [
      ...kept.map(String),
      `${cookieNames[kind]}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${rest}`,
    ])
  }
  return {
    get: (kind) => held.get(cookieNames[kind]),
    set(kind, value, expiresAt) {
      if (!valueShape.test(value)) throw new Error(`no value for a cookie: ${kind}`)
      held.set(cookieNames[kind], value)
      write(kind, value, expiresAt ? `; Expires=${expiresAt.toUTCString()}` : "")
    },
    clear(kind) {
      held.delete(cookieNames[kind])
      write(kind, "", "; Max-Age=0")
    },
  }
}

/** Knows nobody and keeps nothing: for pages that are the same for all. */
export const emptyCookieJar: CookieJar = { get: () => undefined, set: () => undefined, clear: () => undefined }

export function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=")
    const name = part.slice(0, at).trim()
    const value = part.slice(at + 1).trim()
    if (at > 0 && !cookies.has(name) && valueShape.test(value)) cookies.set(name, value)
  }
  return cookies
}
