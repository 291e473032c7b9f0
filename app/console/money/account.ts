import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node"
import { managedShopOf, signedIn } from "#app/console/shop-of.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { beginOnboarding, tryPayoutAccount } from "#server/domain/payments/index.ts"

/** Back from the provider: how the account stands now is asked for, since its message may be late. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await managedShopOf(args)
  await tryPayoutAccount(ctx)
  return redirectTo(`/shops/${ctx.tenant.slug}/money`)
}

/** On to the provider, which asks the merchant what it wants to know. @throws Refusal payments.unavailable */
export async function action(args: ActionFunctionArgs) {
  const ctx = await managedShopOf(args)
  const { email } = signedIn(args)
  const here = args.context.links.console(`/shops/${ctx.tenant.slug}/money/account`)
  return redirectDocument(await beginOnboarding(ctx, { email, returnUrl: here, refreshUrl: here }), 303)
}
