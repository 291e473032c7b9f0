export type Cell = string | number | bigint | boolean | null | Date | readonly string[] | { readonly [key: string]: string }

/** Column name → value; every row of a table has the same columns. */
export type Row = Readonly<Record<string, Cell>>

/** In the order in which rows can be inserted: a row stands after those that it refers to. */
export const tableOrder = [
  "account",
  "tenant",
  "domain",
  "membership",
  "customer",
  "category",
  "product",
  "product_option",
  "variant",
  "picture",
  "stock_location",
  "stock_setting",
  "stock_level",
  "stock_shelf",
  "bundle_part",
  "shipping_method",
  "tax_rate",
  "order",
  "order_line",
  "shipment",
  "counter",
  "payment",
  "reservation",
  "stock_movement",
  "posting",
  "entry",
  "signal",
  "search_due",
] as const
export type TableName = (typeof tableOrder)[number]

export type Tables = Readonly<Record<TableName, Row[]>>

export function emptyTables(): Tables {
  return {
    account: [],
    tenant: [],
    domain: [],
    membership: [],
    customer: [],
    category: [],
    product: [],
    product_option: [],
    variant: [],
    picture: [],
    stock_location: [],
    stock_setting: [],
    stock_level: [],
    stock_shelf: [],
    bundle_part: [],
    shipping_method: [],
    tax_rate: [],
    order: [],
    order_line: [],
    shipment: [],
    counter: [],
    payment: [],
    reservation: [],
    stock_movement: [],
    posting: [],
    entry: [],
    signal: [],
    search_due: [],
  }
}

/** Amounts leave as text: JSON has no 64-bit integer. */
export function rowsText(rows: readonly Row[]): string {
  return JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? value.toString() : value))
}
