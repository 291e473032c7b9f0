/** Raised by the policies where a guest of a suspended shop asks for anything. */
const code = "RI001"

/** Looks through the layers that wrap a database's error. */
export function isShopClosed(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false
  if ("code" in error && error.code === code) return true
  if ("originalCode" in error && error.originalCode === code) return true
  return Object.values(error).some((inner) => typeof inner === "object" && isShopClosed(inner, depth + 1))
}
