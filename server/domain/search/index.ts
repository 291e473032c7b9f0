export { indexProducts } from "./index-products.ts"
export { noteDue } from "./note-due.ts"
export { dueShops, mostPerTurn, refreshDue } from "./refresh-due.ts"
export { type FoundCard, type SearchResult, searchProducts } from "./search-products.ts"
export { readSearchQuestion, type SearchQuestion } from "./search-question.ts"
export { type MarketResult, type MarketWish, searchMarket } from "./search-market.ts"
export { recordSearch } from "./record-search.ts"
export { type Suggestion, suggestProducts } from "./suggest-products.ts"
export { checkDrift, shopsToCheck } from "./check-drift.ts"
export { type IndexLag, indexLag } from "./index-lag.ts"
export { reindexShop } from "./reindex-shop.ts"
export { requestReindex } from "./request-reindex.ts"
export { type IndexState, readIndexState } from "./index-state.ts"
export { changeSearchSettings, searchSettingsRequest } from "./change-settings.ts"
export { readSearchSettings, type SearchSettings } from "./tuning.ts"
export { synonymsText } from "./synonyms.ts"
export { type AskedQuestion, type SearchReport, searchReport } from "./search-report.ts"
export { moveSearchPin, type SearchRuleKind, searchRuleKinds, setSearchRule } from "./set-search-rule.ts"
export {
  listRuledQuestions,
  type QuestionWithRules,
  type RuledCard,
  type RuledQuestion,
  ruledQuestion,
} from "./ruled-question.ts"
