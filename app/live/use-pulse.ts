import type { Pulse } from "#server/messages/live.ts"
import { useStream } from "./live-context.ts"
import type { StateBoard } from "./state-board.ts"
import { useBoard } from "./use-board.ts"

const ignore = () => undefined
const read = (board: StateBoard): Pulse | undefined => board.read("pulse", "platform")?.pulse

/** The platform's numbers, new every second; for platform admins only. Undefined until the first ones come. */
export function usePulse(): Pulse | undefined {
  useStream({ topic: "platform" }, ignore)
  return useBoard(read, undefined)
}
