import { Form } from "@remix-run/react"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useText } from "#app/text/text.tsx"
import { Badge } from "#app/ui/badge.tsx"
import { Button } from "#app/ui/button.tsx"
import type { PayoutAccount } from "#server/domain/payments/index.ts"

const subjects = { external_account: "bank", representative: "person", individual: "person", person: "person" } as const
const others = { business_profile: "business", company: "business", tos_acceptance: "terms" } as const
const named = new Map(Object.entries({ ...subjects, ...others }))

/** What the provider wants to know, each thing once; a name of its own that has no words here is shown as it is. */
function subjectsOf(currentlyDue: readonly string[]) {
  return [...new Set(currentlyDue.map((due) => named.get(due.split(".")[0] ?? "") ?? due))]
}

/** Where the shop's money goes, whether it can, and what is missing. */
export function AccountPanel({ account }: { account: PayoutAccount | undefined }) {
  const t = useText("console")
  const path = useShopPath()
  const due = subjectsOf(account?.currentlyDue ?? [])
  const isWhole = account !== undefined && due.length === 0 && account.arePayoutsEnabled
  const known = ["bank", "person", "business", "terms"] as const
  const nameOf = (subject: string) => {
    const found = known.find((name) => name === subject)
    return found ? t(`payout-account.due.${found}`) : subject
  }
  return (
    <section className="panel grid gap-4 p-4 sm:p-5" aria-labelledby="payout-account">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="payout-account" className="text-lg">
          {t("payout-account.title")}
        </h2>
        {account && (
          <>
            <Badge tone={account.isTransferable ? "positive" : "warning"}>
              {t(account.isTransferable ? "payout-account.receives" : "payout-account.receives-not")}
            </Badge>
            <Badge tone={account.arePayoutsEnabled ? "positive" : "warning"}>
              {t(account.arePayoutsEnabled ? "payout-account.pays" : "payout-account.pays-not")}
            </Badge>
          </>
        )}
      </div>
      {!account && <p className="max-w-prose text-muted">{t("payout-account.none")}</p>}
      {due.length > 0 && (
        <div>
          <p>{t("payout-account.due")}</p>
          <ul className="mt-2 grid list-disc gap-1 ps-5">
            {due.map((subject) => (
              <li key={subject}>{nameOf(subject)}</li>
            ))}
          </ul>
        </div>
      )}
      {!isWhole && (
        <Form method="post" action={path("money", "account")} reloadDocument>
          <Button look={account ? "secondary" : "primary"}>{t(account ? "payout-account.go-on" : "payout-account.begin")}</Button>
        </Form>
      )}
    </section>
  )
}
