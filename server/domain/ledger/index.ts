export { type Balance, balances } from "./balances.ts"
export { listPostings, type PostingPage, type PostingQuery, type PostingRow } from "./list-postings.ts"
export { post } from "./post.ts"
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
