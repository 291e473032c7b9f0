import { useCallback } from "react"
import { useStream } from "./live-context.ts"
import type { StateBoard } from "./state-board.ts"
import { useBoard } from "./use-board.ts"

const ignore = () => undefined

/** How many people look at this product now, oneself included. 0 while nobody has told. */
export function useViewers(productId: string): number {
  useStream({ topic: "product", id: productId }, ignore)
  const read = useCallback((board: StateBoard) => board.read("viewers", productId)?.count ?? 0, [productId])
  return useBoard(read, 0)
}
