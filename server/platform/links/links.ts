import type { Links } from "#server/ports/links.ts"
import type { Addresses } from "./addresses.ts"

export function createLinks(addresses: Addresses): Links {
  const at = (host: string, path: string) => {
    if (!path.startsWith("/")) throw new Error(`a path starts with a slash: ${path}`)
    return addresses.originOf(host) + path
  }
  return {
    shop: (tenant, path) => at(tenant.host, path),
    console: (path) => at(addresses.hostOf("console"), path),
    market: (path) => at(addresses.hostOf("market"), path),
    admin: (path) => at(addresses.hostOf("admin"), path),
  }
}
