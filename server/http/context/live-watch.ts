import type { BoardPage, BoardView, ShopPulse } from "#server/messages/pulse.ts"

/** What pages need of the live channel, which opens beside them. */
export interface LiveWatch {
  seqOf(tenantId: string): number
  readonly pulse: PulseSource
}

/** The platform's figures as they stand, for the admin's pages. */
export interface PulseSource {
  page(view: BoardView): Promise<{ readonly page: BoardPage; readonly shops: readonly ShopPulse[] }>
  /** `everyone` is a shop here, too. Undefined: there is none of that id. */
  shop(tenantId: string): Promise<{ readonly at: number; readonly shop: ShopPulse } | undefined>
}
