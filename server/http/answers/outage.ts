const codes: ReadonlySet<string> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EPIPE", "ETIMEDOUT"],
  // PostgreSQL: closing down, starting up, too many connections, connection lost.
  ...["57P01", "57P02", "57P03", "53300", "08000", "08001", "08003", "08006"],
  // Prisma: not reachable, timed out, closed, no connection from the pool, no transaction in time.
  ...["P1001", "P1002", "P1008", "P1011", "P1017", "P2024", "P2028", "P2037"],
])
const words =
  /connection terminated|timeout exceeded when trying to connect|connection is closed|can't reach database|server closed the connection/i

/** Whether a fault only says that the database is away for now. Looks through causes, since each layer wraps. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false
  if ("code" in error && typeof error.code === "string" && codes.has(error.code)) return true
  if ("originalCode" in error && typeof error.originalCode === "string" && codes.has(error.originalCode)) return true
  if ("kind" in error && (error.kind === "DatabaseNotReachable" || error.kind === "ConnectionClosed")) return true
  if ("message" in error && typeof error.message === "string" && words.test(error.message)) return true
  if ("errors" in error && Array.isArray(error.errors) && error.errors.some((inner) => isDatabaseAway(inner, depth + 1)))
    return true
  return "cause" in error && isDatabaseAway(error.cause, depth + 1)
}
