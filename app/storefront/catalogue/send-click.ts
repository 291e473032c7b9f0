import type { MouseEvent } from "react"

/** Tells that a result was opened, for the merchant's report: which words led to which product. Nobody waits for it. */
export function sendClick(
  event: MouseEvent,
  words: string,
  products: readonly { readonly id: string; readonly slug: string }[],
): void {
  if (words === "" || !(event.target instanceof Element)) return
  const path = event.target.closest("a")?.getAttribute("href")
  const product = products.find(({ slug }) => path === `/products/${slug}`)
  if (product)
    navigator.sendBeacon("/signals", new URLSearchParams({ kind: "search", productId: product.id, detail: words.toLowerCase() }))
}
