import type { Server } from "node:http"
import { networkInterfaces } from "node:os"
import type { Config } from "#server/config.ts"

/** Where the other nodes reach this one: as configured, or where it listens. Undefined while it does not. */
export function nodeAddress(server: Server, config: Pick<Config, "nodeAddress" | "listenHost">): string | undefined {
  const bound = server.address()
  if (typeof bound !== "object" || bound === null) return undefined
  return config.nodeAddress ?? `${isAny(config.listenHost) ? ownAddress() : config.listenHost}:${bound.port}`
}

function isAny(host: string): boolean {
  return host === "::" || host === "0.0.0.0"
}

function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  return all.find(({ internal, family }) => !internal && family === "IPv4")?.address ?? "127.0.0.1"
}
