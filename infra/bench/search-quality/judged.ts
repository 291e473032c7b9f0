import { german } from "./judged-german.ts"
import { chinese } from "./judged-chinese.ts"
import { english } from "./judged-english.ts"

export type QueryKind = "word" | "phrase" | "attribute" | "plural" | "typo" | "synonym" | "prefix"

export interface JudgedQuery {
  readonly shop: "alder" | "mohn" | "songyan"
  readonly kind: QueryKind
  readonly words: string
  /** Products that somebody who types this wants to see, by slug. Judged by what they are, not by what an engine answers. */
  readonly wanted: readonly string[]
}

/** One query a line: kind, words and wanted products, with bars between them. */
function read(shop: JudgedQuery["shop"], text: string): JudgedQuery[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [kind = "", words = "", wanted = ""] = line.split("|").map((part) => part.trim())
      return { shop, kind: kindOf(kind), words, wanted: wanted.split(/\s+/) }
    })
}

const kinds: readonly QueryKind[] = ["word", "phrase", "attribute", "plural", "typo", "synonym", "prefix"]

function kindOf(text: string): QueryKind {
  const kind = kinds.find((known) => known === text)
  if (!kind) throw new Error(`there is no kind of query named ${text}`)
  return kind
}

export const judged: readonly JudgedQuery[] = [...read("alder", english), ...read("mohn", german), ...read("songyan", chinese)]
