import type { Client } from "pg"

/** What the database says of a shop's orders and stock. */
export interface Books {
  readonly orders: number
  readonly paidOrders: number
  readonly settledPayments: number
  readonly piecesPaid: number
  readonly onHand: number
  readonly reserved: number
  /** Variants with fewer than no pieces, or more reserved than there are. */
  readonly oversold: number
  /** Postings that do not sum to zero. */
  readonly unbalanced: number
}

export async function readBooks(owner: Client, tenantId: string): Promise<Books> {
  const { rows } = await owner.query<Record<keyof Books, string>>(
    `select
      (select count(*) from "order" where tenant_id = $1) as orders,
      (select count(*) from "order" where tenant_id = $1 and status = 'paid') as "paidOrders",
      (select count(*) from payment where tenant_id = $1 and status = 'settled') as "settledPayments",
      (select coalesce(sum(l.quantity), 0) from order_line l join "order" o on o.tenant_id = l.tenant_id and o.id = l.order_id
        where o.tenant_id = $1 and o.status = 'paid') as "piecesPaid",
      (select sum(on_hand) from stock_level where tenant_id = $1) as "onHand",
      (select sum(reserved) from stock_level where tenant_id = $1) as reserved,
      (select count(*) from stock_level where tenant_id = $1 and (on_hand < 0 or reserved < 0 or reserved > on_hand + backorder_limit)) as oversold,
      (select count(*) from (select posting_id from entry where tenant_id = $1 group by posting_id, currency having sum(amount_minor) <> 0) as e)
        as unbalanced`,
    [tenantId],
  )
  const row = rows[0]
  if (!row) throw new Error("the books are not there")
  const of = (name: keyof Books) => Number(row[name])
  return {
    ...{
      orders: of("orders"),
      paidOrders: of("paidOrders"),
      settledPayments: of("settledPayments"),
      piecesPaid: of("piecesPaid"),
    },
    ...{ onHand: of("onHand"), reserved: of("reserved"), oversold: of("oversold"), unbalanced: of("unbalanced") },
  }
}

/** Everything that does not add up between two looks, when the shoppers saw `paid` orders of one piece each. */
export function discrepancies(before: Books, after: Books, paid: number): string[] {
  const grew = (name: keyof Books) => after[name] - before[name]
  const wanted = [
    ["orders", grew("orders"), paid],
    ["paid orders", grew("paidOrders"), paid],
    ["settled payments", grew("settledPayments"), paid],
    ["pieces in paid orders", grew("piecesPaid"), paid],
    ["pieces gone from the shelf", -grew("onHand"), paid],
    ["pieces held", grew("reserved"), 0],
    ["oversold variants", after.oversold, 0],
    ["postings that do not balance", after.unbalanced, 0],
  ] as const
  return wanted.flatMap(([what, is, should]) => (is === should ? [] : [`${what}: ${is} instead of ${should}`]))
}
