import { useCallback, useSyncExternalStore } from "react"
import { useLivePage } from "./live-context.ts"
import type { StateBoard } from "./state-board.ts"

const never = () => () => {}

/** A value read from the board; `read` must answer the same value while nothing changed. */
export function useBoard<T>(read: (board: StateBoard) => T, absent: T): T {
  const board = useLivePage()?.client.board
  const now = useCallback(() => (board ? read(board) : absent), [board, read, absent])
  return useSyncExternalStore(board?.watch ?? never, now, () => absent)
}
