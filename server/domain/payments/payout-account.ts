import type { TenantContext } from "#server/context/tenant-context.ts"

/** A shop's account at the provider as we last heard. */
export interface PayoutAccount {
  readonly providerRef: string
  readonly isTransferable: boolean
  readonly areChargesEnabled: boolean
  readonly arePayoutsEnabled: boolean
  readonly areDetailsSubmitted: boolean
  readonly currentlyDue: readonly string[]
  readonly disabledReason: string
  readonly checkedAt: Date
}

/** Undefined: the merchant has not begun. */
export async function readPayoutAccount(ctx: TenantContext): Promise<PayoutAccount | undefined> {
  const [account] = await ctx.read(
    ({ sql, tenantId }) => sql<PayoutAccount>`
      select provider_ref as "providerRef", transferable as "isTransferable", charges_enabled as "areChargesEnabled",
        payouts_enabled as "arePayoutsEnabled", details_submitted as "areDetailsSubmitted", currently_due as "currentlyDue",
        disabled_reason as "disabledReason", checked_at as "checkedAt"
      from payout_account where tenant_id = ${tenantId} and provider_ref is not null`,
  )
  return account
}
