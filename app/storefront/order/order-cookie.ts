import { isId } from "#server/kernel/ids.ts"
import { after, days } from "#server/kernel/clock.ts"
import type { CookieJar } from "#server/http/context/cookie-jar.ts"

const kept = 3
const lifetime = days(30)

/** A guest's browser remembers its last orders, so that their pages open again without the link's token. */
export function rememberOrder(cookies: CookieJar, order: { readonly id: string; readonly token: string }, now: Date): void {
  const others = entries(cookies).filter(({ id }) => id !== order.id)
  const value = [order, ...others].slice(0, kept).map(({ id, token }) => `${id}.${token}`)
  cookies.set("orders", value.join("~"), after(now, lifetime))
}

export function rememberedToken(cookies: CookieJar, orderId: string): string | undefined {
  return entries(cookies).find(({ id }) => id === orderId)?.token
}

function entries(cookies: CookieJar): { id: string; token: string }[] {
  return (cookies.get("orders") ?? "").split("~").flatMap((entry) => {
    const [id, token] = entry.split(".")
    return isId("order", id) && token ? [{ id, token }] : []
  })
}
