import type { TenantContext } from "#server/context/tenant-context.ts"
import { hours } from "#server/kernel/clock.ts"
import { present } from "#server/kernel/assert.ts"
import { refuse } from "#server/messages/refusals.ts"
import { isGatewayUnavailable } from "#server/ports/payment-gateway.ts"
import { storeAccount } from "./check-payout-account.ts"

export interface OnboardingWish {
  readonly email: string
  readonly returnUrl: string
  readonly refreshUrl: string
}

/** Providers keep a key for 24 hours. */
const keyLifeMs = hours(23)

/**
 * Where the merchant tells the provider what it wants to know; the shop's account is opened there at the first time. Our row with its
 * key is there before the call.
 * @throws Refusal payments.unavailable
 */
export async function beginOnboarding(ctx: TenantContext, { email, ...back }: OnboardingWish): Promise<string> {
  const own = await prepare(ctx)
  try {
    const ref = own.providerRef ?? (await open(ctx, email, own.idempotencyKey))
    return await ctx.ports.payments.linkToOnboarding(ref, back)
  } catch (error) {
    return isGatewayUnavailable(error) ? refuse("payments.unavailable") : Promise.reject(error)
  }
}

interface OwnRow {
  readonly providerRef: string | null
  readonly idempotencyKey: string
}

/** An account whose opening was never answered, and whose key is forgotten there, is opened anew: nothing was ever sent to the first. */
function prepare(ctx: TenantContext): Promise<OwnRow> {
  const { id } = ctx.tenant
  return ctx.transact(async ({ sql, tenantId, now }) => {
    const stale = new Date(now.getTime() - keyLifeMs)
    await sql`
      insert into payout_account (tenant_id, idempotency_key, keyed_at, checked_at)
      values (${tenantId}, ${`account-${id}-${now.getTime()}`}, ${now}::timestamptz, ${now}::timestamptz)
      on conflict (tenant_id) do update set idempotency_key = excluded.idempotency_key, keyed_at = excluded.keyed_at
        where payout_account.provider_ref is null and payout_account.keyed_at < ${stale}::timestamptz`
    const [row] = await sql<OwnRow>`
      select provider_ref as "providerRef", idempotency_key as "idempotencyKey" from payout_account where tenant_id = ${tenantId}`
    return present(row, "payout account")
  })
}

async function open(ctx: TenantContext, email: string, idempotencyKey: string): Promise<string> {
  const { id: tenantId, name, country, currency } = ctx.tenant
  const account = await ctx.ports.payments.openAccount({ tenantId, name, email, country, currency, idempotencyKey })
  await storeAccount(ctx, account)
  return account.providerRef
}
