/** How the hosts of this installation are named and reached. */
export interface Addresses {
  readonly apexHost: string
  readonly scheme: "http" | "https"
  originOf(host: string): string
  /** The platform's own sites; a shop's host is looked up, not guessed. */
  siteOf(host: string): "market" | "console" | "admin" | "pay" | undefined
  hostOf(site: "market" | "console" | "admin" | "pay"): string
}

export interface AddressParts {
  readonly apexHost: string
  readonly publicScheme: "http" | "https"
  readonly publicPort: number
}

export function createAddresses({ apexHost, publicScheme: scheme, publicPort }: AddressParts): Addresses {
  const usual = publicPort === (scheme === "https" ? 443 : 80)
  const sites = new Map([
    [apexHost, "market"],
    [`console.${apexHost}`, "console"],
    [`admin.${apexHost}`, "admin"],
    [`pay.${apexHost}`, "pay"],
  ] as const)
  return {
    apexHost,
    scheme,
    originOf: (host) => `${scheme}://${host}${usual ? "" : `:${publicPort}`}`,
    siteOf: (host) => sites.get(host),
    hostOf: (site) => (site === "market" ? apexHost : `${site}.${apexHost}`),
  }
}
