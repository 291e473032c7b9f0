import type Stripe from "stripe"
import type { AccountRecord } from "./records.ts"

const details = ["business_profile.url", "representative.first_name", "representative.last_name", "tos_acceptance.date"]

/** What the provider still wants to know. */
export function requirementsOf({ hasDetails, hasBank }: AccountRecord): string[] {
  return [...(hasDetails ? [] : details), ...(hasBank ? [] : ["external_account"])]
}

export function showAccount(account: AccountRecord): Stripe.Account {
  const { id, hasDetails, hasBank } = account
  const due = requirementsOf(account)
  const nothing = { alternatives: [], current_deadline: null, disabled_reason: null, errors: [] }
  return {
    id,
    object: "account",
    business_profile: showProfile(account),
    business_type: null,
    capabilities: { card_payments: "inactive", transfers: hasDetails ? "active" : "inactive" },
    charges_enabled: hasDetails,
    controller: {
      type: "application",
      is_controller: true,
      fees: { payer: "application" },
      losses: { payments: "application" },
      requirement_collection: "stripe",
      stripe_dashboard: { type: "express" },
    },
    country: account.country,
    created: account.created,
    default_currency: account.currency,
    details_submitted: hasDetails,
    email: account.email,
    external_accounts: { object: "list", data: [], has_more: false, url: `/v1/accounts/${id}/external_accounts` },
    future_requirements: { ...nothing, currently_due: [], eventually_due: [], past_due: [], pending_verification: [] },
    metadata: account.metadata,
    payouts_enabled: hasDetails && hasBank,
    requirements: {
      ...nothing,
      currently_due: due,
      disabled_reason: due.length > 0 ? "requirements.past_due" : null,
      eventually_due: due,
      past_due: due,
      pending_verification: [],
    },
    settings: showSettings(account),
    tos_acceptance: { date: hasDetails ? account.created : null, ip: null, user_agent: null },
    type: "none",
  }
}

function showProfile({ name }: AccountRecord): Stripe.Account.BusinessProfile {
  return {
    annual_revenue: null,
    estimated_worker_count: null,
    mcc: null,
    minority_owned_business_designation: null,
    name,
    product_description: null,
    specified_commercial_transactions_act_url: null,
    support_address: null,
    support_email: null,
    support_phone: null,
    support_url: null,
    url: null,
  }
}

function showSettings({ interval }: AccountRecord): Stripe.Account.Settings {
  const prefixes = {
    statement_descriptor_prefix: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  }
  return {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_issuing: { tos_acceptance: { date: null, ip: null } },
    card_payments: { decline_on: { avs_failure: true, cvc_failure: true }, ...prefixes },
    dashboard: { display_name: null, timezone: "Etc/UTC" },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: null },
    payments: {
      statement_descriptor: null,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: { debit_negative_balances: true, schedule: { delay_days: 2, interval }, statement_descriptor: null },
    sepa_debit_payments: {},
  }
}
