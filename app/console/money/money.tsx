import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { z } from "zod"
import { consoleMeta } from "#app/console/console-meta.ts"
import { managedShopOf } from "#app/console/shop-of.ts"
import { useShop, useShopPath } from "#app/console/shop/use-shop.ts"
import { pageNumber } from "#app/http/page-query.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Icon } from "#app/ui/icon.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Pagination } from "#app/ui/pagination.tsx"
import { Section } from "#app/ui/section.tsx"
import { StatTile } from "#app/ui/stat-tile.tsx"
import { balances, listPostings, position } from "#server/domain/ledger/index.ts"
import { ordersOfPostings } from "#server/domain/orders/index.ts"
import { readPayoutAccount } from "#server/domain/payments/index.ts"
import { total } from "#server/kernel/money.ts"
import { AccountPanel } from "./account-panel.tsx"
import { PostingTable } from "./posting-table.tsx"
import { useAccountName } from "./use-account-name.ts"

const query = z.object({ page: pageNumber() })

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await managedShopOf(args)
  const wish = query.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  const [accounts, list, standing, account] = await Promise.all([
    balances(ctx),
    listPostings(ctx, wish),
    position(ctx),
    readPayoutAccount(ctx),
  ])
  const orders = await ordersOfPostings(
    ctx,
    list.postings.map(({ reference }) => reference),
  )
  return { accounts, list, orders, standing, account }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.money")

export default function Money() {
  const { accounts, list, orders, standing, account } = useLoaderData<typeof loader>()
  const t = useText("console")
  const { money } = useFormats()
  const { currency } = useShop()
  const accountName = useAccountName()
  const path = useShopPath()
  const own = accounts.filter(({ amount }) => amount.currency === currency)
  const sum = total(
    own.map(({ amount }) => amount),
    currency,
  )
  return (
    <>
      <PageHeader
        title={t("money.title")}
        lead={t("money.lead")}
        actions={
          <LinkButton to={path("money", "terms")} look="secondary">
            {t("title.terms")}
          </LinkButton>
        }
      />
      <div className="stat-row">
        {(["owed", "pending", "available"] as const).map((part) => (
          <StatTile key={part} label={t(`money.${part}`)} value={money(standing[part])} note={t(`money.${part}.note`)} />
        ))}
      </div>
      <AccountPanel account={account} />
      {own.length > 0 && (
        <Section title={t("money.accounts")}>
          <div className="stat-row">
            {own.map(({ account, amount }) => (
              <StatTile
                key={account}
                label={accountName(account)}
                value={money(amount.minor < 0n ? { ...amount, minor: -amount.minor } : amount)}
                note={t(amount.minor < 0n ? "money.is-credit" : "money.is-debit")}
              />
            ))}
          </div>
          <p className={`mt-3 flex items-center gap-2 text-sm ${sum.minor === 0n ? "text-positive" : "text-danger"}`}>
            <Icon name={sum.minor === 0n ? "success" : "danger"} size={18} />
            {sum.minor === 0n ? t("money.balanced") : t("money.unbalanced", { amount: money(sum) })}
          </p>
        </Section>
      )}
      <Section title={t("money.postings")}>
        <PostingTable caption={t("money.postings")} postings={list.postings} orders={orders} empty={t("money.empty")} />
        <Pagination page={list.page} pages={list.pages} href={(page) => `${path("money")}?page=${page}`} />
      </Section>
    </>
  )
}
