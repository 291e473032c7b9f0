import { useStream } from "./live-context.ts"

const stockMs = 250

interface Known {
  readonly variantId: string
  readonly stockRevision: number
}

/** Loads the page's facts again when the stock of one of these is told anew: for pages where more than a number follows from it. */
export function useStockChange(lines: readonly Known[]): void {
  useStream(lines.length > 0 ? { topic: "shop" } : undefined, (heard, page) => {
    const isNews =
      heard.kind === "state" &&
      heard.topic === "stock" &&
      lines.some(({ variantId, stockRevision }) => variantId === heard.id && stockRevision < heard.revision)
    if (isNews || heard.kind === "reset") page.reload(stockMs)
  })
}
