import type { TenantContext } from "#server/context/tenant-context.ts"
import type { ProviderAccount } from "#server/ports/connect-gateway.ts"
import { isGatewayUnavailable } from "#server/ports/payment-gateway.ts"

/** Asks the provider how the shop's account stands. What a message said does not matter, only that there was one. Idempotent. */
export async function checkPayoutAccount(ctx: TenantContext): Promise<void> {
  const [own] = await ctx.read(
    ({ sql, tenantId }) =>
      sql<{ ref: string | null }>`select provider_ref as ref from payout_account where tenant_id = ${tenantId}`,
  )
  if (own?.ref) await storeAccount(ctx, await ctx.ports.payments.findAccount(own.ref))
}

/** As `checkPayoutAccount`, for who has just come back from the provider; while that is away, what we last heard has to do. */
export async function tryPayoutAccount(ctx: TenantContext): Promise<void> {
  try {
    await checkPayoutAccount(ctx)
  } catch (error) {
    if (!isGatewayUnavailable(error)) throw error
  }
}

/** The first reference that is stored stays. @throws Error when the account names another shop */
export async function storeAccount(ctx: TenantContext, account: ProviderAccount): Promise<void> {
  if (account.tenantId !== ctx.tenant.id) throw new Error("a payout account of another tenant")
  await ctx.transact(
    ({ sql, tenantId, now }) => sql`
      update payout_account set provider_ref = ${account.providerRef}, transferable = ${account.isTransferable}::boolean,
        charges_enabled = ${account.areChargesEnabled}::boolean, payouts_enabled = ${account.arePayoutsEnabled}::boolean,
        details_submitted = ${account.areDetailsSubmitted}::boolean, currently_due = ${[...account.currentlyDue]}::text[],
        disabled_reason = ${account.disabledReason}, checked_at = ${now}::timestamptz, revision = revision + 1
      where tenant_id = ${tenantId} and (provider_ref is null or provider_ref = ${account.providerRef})`,
  )
}
