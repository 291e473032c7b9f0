/** Every name under which something of one tenant is kept outside its tables. The tenant is part of each, and comes first. */
const separator = ":"

function join(kind: string, tenantId: string, parts: readonly string[]): string {
  if (!tenantId.startsWith("ten_")) throw new Error("no tenant in scope")
  return [kind, tenantId, ...parts.map((part) => encodeURIComponent(part))].join(separator)
}

export const cacheKey = (tenantId: string, ...parts: string[]): string => join("cache", tenantId, parts)
export const cartKey = (tenantId: string, cartId: string): string => join("cart", tenantId, [cartId])
export const limitKey = (tenantId: string, ...parts: string[]): string => join("limit", tenantId, parts)
/** Who wants the same goods at the same time. */
export const roundKey = (tenantId: string, variantId: string): string => join("round", tenantId, [variantId])
/** Of a lock that the database keeps for as long as a transaction. */
export const lockName = (tenantId: string, ...parts: string[]): string => join("lock", tenantId, parts)
export const jobName = (tenantId: string, ...parts: string[]): string => join("job", tenantId, parts)
export const roomName = (tenantId: string, ...parts: string[]): string => join("room", tenantId, parts)
/** Rooms and limits that belong to no shop: the platform's own. */
export const platformKey = (...parts: string[]): string =>
  ["platform", ...parts.map((p) => encodeURIComponent(p))].join(separator)

/** A document of the search engine; its ids allow letters, digits, `-` and `_` alone. */
export const searchDocumentId = (tenantId: string, productId: string): string => `${shaped(tenantId)}-${productId}`
/** What every question to the search engine is narrowed by. */
export const searchFilter = (tenantId: string): string => `tenantId = "${shaped(tenantId)}"`
/** Who sends a mail that comes from no shop. */
export const platformSender = "platform"
/** Names a mail in folders and mailboxes. `sender`: a tenant, or `platformSender`. */
export const mailName = (sender: string, key: string): string => `${sender === platformSender ? sender : shaped(sender)}.${key}`

/** For names in which the tenant must not be able to say more than itself. */
function shaped(tenantId: string): string {
  if (!/^ten_[0-9a-z]{1,40}$/.test(tenantId)) throw new Error("no tenant in scope")
  return tenantId
}

/** Where a tenant's file lies, below the root of the store. `name` is one path segment. */
export function filePath(tenantId: string, name: string): string {
  if (!tenantId.startsWith("ten_") || !/^[\w][\w.-]{0,120}$/.test(name)) throw new Error("no such file name")
  return `${tenantId}/${name}`
}

/** Surrogate keys: what a cached page depends on. An event names them, and the pages go. */
export const surrogate = {
  shop: (tenantId: string): string => cacheKey(tenantId, "shop"),
  product: (tenantId: string, productId: string): string => cacheKey(tenantId, "product", productId),
  market: (): string => platformKey("cache", "market"),
} as const
