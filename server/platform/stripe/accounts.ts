import type Stripe from "stripe"
import type { AccountRequest, ProviderAccount } from "#server/ports/connect-gateway.ts"
import { callStripe } from "./faults.ts"

/** The platform pays the fees and bears losses; the provider asks the merchant who they are, and pays out each day what was sent there. */
export async function openAccount(stripe: Stripe, request: AccountRequest): Promise<ProviderAccount> {
  const wanted: Stripe.AccountCreateParams = {
    country: request.country,
    default_currency: request.currency.toLowerCase(),
    email: request.email,
    business_profile: { name: request.name },
    controller: {
      fees: { payer: "application" },
      losses: { payments: "application" },
      requirement_collection: "stripe",
      stripe_dashboard: { type: "express" },
    },
    capabilities: { transfers: { requested: true } },
    metadata: { tenant_id: request.tenantId },
  }
  const key = { idempotencyKey: request.idempotencyKey }
  return toAccount(await callStripe("open account", () => stripe.accounts.create(wanted, key)))
}

export async function findAccount(stripe: Stripe, ref: string): Promise<ProviderAccount> {
  return toAccount(await callStripe("find account", () => stripe.accounts.retrieve(ref)))
}

export async function linkToOnboarding(
  stripe: Stripe,
  account: string,
  back: { readonly returnUrl: string; readonly refreshUrl: string },
): Promise<string> {
  const wanted: Stripe.AccountLinkCreateParams = {
    account,
    type: "account_onboarding",
    return_url: back.returnUrl,
    refresh_url: back.refreshUrl,
  }
  return (await callStripe("link to onboarding", () => stripe.accountLinks.create(wanted))).url
}

function toAccount(account: Stripe.Account): ProviderAccount {
  return {
    providerRef: account.id,
    tenantId: account.metadata?.tenant_id ?? "",
    isTransferable: account.capabilities?.transfers === "active",
    areChargesEnabled: account.charges_enabled,
    arePayoutsEnabled: account.payouts_enabled,
    areDetailsSubmitted: account.details_submitted,
    currentlyDue: account.requirements?.currently_due ?? [],
    disabledReason: account.requirements?.disabled_reason ?? "",
  }
}
