import { useCallback } from "react"
import type { ShopPulse } from "#server/messages/pulse.ts"
import { useStream } from "./live-context.ts"
import type { StateBoard } from "./state-board.ts"
import { useBoard } from "./use-board.ts"

const ignore = () => undefined

interface Made {
  readonly at: number
  readonly shop: ShopPulse
}

/** A shop's figures as some stream of this page last told them; `made`: as the page was made, until something newer comes. */
export function useToldPulse(tenantId: string, made: Made | undefined): ShopPulse | undefined {
  const told = useBoard(
    useCallback((board: StateBoard) => board.read("pulse", tenantId), [tenantId]),
    undefined,
  )
  return told && (!made || told.revision > made.at) ? told.shop : made?.shop
}

/** Listens to one shop, or to `everyone`, while the component is there. */
export function useShopPulse(tenantId: string, made: Made | undefined): ShopPulse | undefined {
  useStream({ topic: "watch", id: tenantId }, ignore)
  return useToldPulse(tenantId, made)
}
