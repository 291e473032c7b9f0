import type { Site } from "./site.ts"

export type PageSite = Exclude<Site, { name: "pay" }>

export function pageSite(site: Site): PageSite {
  if (site.name === "pay") throw new Error("the pay host has no pages of ours")
  return site
}
