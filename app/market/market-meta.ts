import type { MetaDescriptor } from "@remix-run/react"

/** Title and description of a market page; the description is the market's own where the page has none. */
export function marketMeta(title: string | undefined, description?: string): MetaDescriptor[] {
  return [
    { title: title ? `${title} · Rialto` : "Rialto" },
    ...(description ? [{ name: "description", content: description }] : []),
  ]
}
