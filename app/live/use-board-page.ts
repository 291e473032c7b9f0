import { useCallback } from "react"
import { type BoardPage, type BoardView, viewKey } from "#server/messages/pulse.ts"
import { useStream } from "./live-context.ts"
import type { StateBoard } from "./state-board.ts"
import { useBoard } from "./use-board.ts"

const ignore = () => undefined

/** The board in this view, new every second; for platform admins only. `made`: as the page was made, until something newer comes. */
export function useBoardPage(view: BoardView, made: BoardPage): BoardPage {
  useStream({ topic: "platform", view }, ignore)
  const key = viewKey(view)
  const told = useBoard(
    useCallback((board: StateBoard) => board.read("board", key)?.page, [key]),
    undefined,
  )
  return told && told.at > made.at ? told : made
}
