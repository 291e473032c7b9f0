import type { MetaDescriptor } from "@remix-run/react"

/** None of these pages is for search engines. */
export function adminMeta(title: string | undefined): MetaDescriptor[] {
  return [{ title: title ? `${title} · Rialto` : "Rialto" }, { name: "robots", content: "noindex" }]
}
