import { Link } from "@remix-run/react"
import type { ReactNode } from "react"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import type { PostingRow } from "#server/domain/ledger/index.ts"
import type { PostedOrder } from "#server/domain/orders/index.ts"
import { useAccountName } from "./use-account-name.ts"

interface Props {
  caption: string
  postings: readonly PostingRow[]
  /** The orders that they tell of; without them, the page is about one. */
  orders?: readonly PostedOrder[]
  empty: ReactNode
}

/** Each posting with its entries: what was debited on the left, what was credited on the right, the same on both sides. */
export function PostingTable({ caption, postings, orders = [], empty }: Props) {
  const t = useText("console")
  if (postings.length === 0) return <p className="panel p-5 text-muted">{empty}</p>
  return (
    <div className="panel overflow-x-auto">
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-line border-b text-muted">
            <th scope="col" className="px-4 py-2.5 text-start font-semibold">
              {t("money.account")}
            </th>
            <th scope="col" className="px-4 py-2.5 text-end font-semibold">
              {t("money.debit")}
            </th>
            <th scope="col" className="px-4 py-2.5 text-end font-semibold">
              {t("money.credit")}
            </th>
          </tr>
        </thead>
        {postings.map((posting) => (
          <PostingBody
            key={posting.id}
            posting={posting}
            order={orders.find(({ reference }) => reference === posting.reference)}
          />
        ))}
      </table>
    </div>
  )
}

function PostingBody({ posting, order }: { posting: PostingRow; order: PostedOrder | undefined }) {
  const { money, dateTime } = useFormats()
  const accountName = useAccountName()
  return (
    <tbody className="border-line border-t first-of-type:border-t-0">
      <tr className="bg-sunken">
        <th scope="rowgroup" colSpan={3} className="px-4 py-2 text-start font-normal">
          <span className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-semibold">
              <PostingName posting={posting} order={order} />
            </span>
            <span className="text-muted">{dateTime(posting.at)}</span>
          </span>
        </th>
      </tr>
      {posting.entries.map(({ account, amount }) => (
        <tr key={account} className="border-line border-t">
          <th scope="row" className="px-4 py-1.5 text-start font-normal">
            {accountName(account)}
          </th>
          <td className="px-4 py-1.5 text-end">{amount.minor > 0n && money(amount)}</td>
          <td className="px-4 py-1.5 text-end">{amount.minor < 0n && money({ ...amount, minor: -amount.minor })}</td>
        </tr>
      ))}
    </tbody>
  )
}

/** What happens to a sale on its way to the shop. */
const steps = [
  ["sale.released", "money.released"],
  ["transfer.sent", "money.transferred"],
  ["transfer.reversed", "money.taken-back"],
] as const

function PostingName({ posting: { kind }, order }: { posting: PostingRow; order: PostedOrder | undefined }) {
  const t = useText("console")
  const path = useShopPath()
  const own = steps.find(([step]) => step === kind)
  const isRefund = kind.startsWith("refund.")
  if (kind === "provider.fee") return t("money.fee")
  if (kind === "sale.carried") return t("money.carried")
  if (!order) return t(own ? own[1] : isRefund ? "refunds.title" : "money.payment")
  return (
    <Link className="text-link" to={path("orders", order.orderId)}>
      {own && `${t(own[1])}: `}
      {t(isRefund ? "money.refund-of" : "money.payment-of", { number: order.number })}
    </Link>
  )
}
