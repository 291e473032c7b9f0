import { useCallback, useMemo } from "react"
import { useStream } from "./live-context.ts"
import { useBoard } from "./use-board.ts"
import type { StateBoard } from "./state-board.ts"

/** As a loader gives it: how many lie there, how many can be ordered, and which revision of the stock said so. */
interface Counted {
  readonly id: string
  readonly free: number
  readonly promisable: number
  readonly stockRevision: number
}

const ignore = () => undefined

/** A product's variants with their stock as it is now: what the loader said, until something newer is known. */
export function useStocks<V extends Counted>(productId: string, variants: readonly V[]): readonly V[] {
  useStream({ topic: "product", id: productId }, ignore)
  // A text compares by value, so that a render happens only when a number changed.
  const read = useCallback((board: StateBoard) => variants.map((variant) => newest(board, variant)).join(), [variants])
  const known = useBoard(read, "")
  return useMemo(() => {
    if (known === "") return variants
    const told = known.split(",").map((text) => text.split("/").map(Number))
    return variants.map((variant, index) => {
      const [free = variant.free, promisable = variant.promisable] = told[index] ?? []
      return free === variant.free && promisable === variant.promisable ? variant : { ...variant, free, promisable }
    })
  }, [known, variants])
}

function newest(board: StateBoard, { id, free, promisable, stockRevision }: Counted): string {
  const told = board.read("stock", id)
  return told && told.revision > stockRevision ? `${told.free}/${told.promisable ?? told.free}` : `${free}/${promisable}`
}
