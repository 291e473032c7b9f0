export { type Balance, balances } from "./balances.ts"
export { listPostings, type PostingPage, type PostingQuery, type PostingRow } from "./list-postings.ts"
export { post, postAll } from "./post.ts"
export {
  type Account,
  accounts,
  credit,
  debit,
  type LedgerEntry,
  type Posting,
  type PostingKind,
  postingKinds,
} from "./posting.ts"
export { platformBooks, type ShopPosition } from "./platform-books.ts"
export { type Position, position } from "./position.ts"
export { saleBalance } from "./sale-balance.ts"
