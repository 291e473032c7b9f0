/** Of which shop something is asked, and whether by a stranger or a customer: those are refused from the moment that it is suspended. */
export interface Asker {
  readonly tenantId: string
  readonly isGuest: boolean
}

/** A job, the clock, staff: what they do goes on while the shop is suspended. */
export const asJob = (tenantId: string): Asker => ({ tenantId, isGuest: false })
export const asGuest = (tenantId: string): Asker => ({ tenantId, isGuest: true })
