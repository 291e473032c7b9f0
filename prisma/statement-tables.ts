import type { Word } from "./statement-words.ts"

/** A table as a statement names it, and the name that its columns go by there. */
export interface Mention {
  readonly table: string
  readonly alias: string
  /** Of the last word of the mention. */
  readonly end: number
  readonly isInto: boolean
}

const endsTables = new Set(
  "where group order limit having returning set values select union except intersect window for offset fetch do conflict".split(
    " ",
  ),
)
const noAlias = new Set([
  ...endsTables,
  ..."on using join left right inner full cross natural lateral default overriding tablesample".split(" "),
])

/** Every table, view, CTE and the like that rows are taken from or put into, at any depth; not the functions in `from`. */
export function mentionsIn(words: readonly Word[]): Mention[] {
  const found: Mention[] = []
  const outer: Frame[] = []
  let frame: Frame = { isInFrom: false, expects: false }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (!word) break
    if (word.kind === "sign") {
      if (word.text === "(") {
        outer.push({ ...frame, expects: false })
        frame = { isInFrom: frame.expects, expects: frame.expects }
      } else if (word.text === ")") frame = outer.pop() ?? frame
      else if (word.text === "," && frame.isInFrom) frame.expects = true
    } else if (word.kind === "name" && turn(frame, words, at)) continue
    else if (frame.expects && (word.kind === "name" || word.kind === "quoted")) {
      const mention = mentionAt(words, at)
      if (mention.isInto || words[mention.end + 1]?.text !== "(") found.push(mention)
      at = mention.end
      frame.expects = false
    }
  }
  return found
}

interface Frame {
  isInFrom: boolean
  /** Whether a table comes next. */
  expects: boolean
}

/** Whether the word is one that says where tables stand. */
function turn(frame: Frame, words: readonly Word[], at: number): boolean {
  const word = words[at]?.text ?? ""
  const before = words[at - 1]?.text ?? ""
  if (word === "only" || word === "lateral") return frame.expects
  if ((word === "from" && before !== "distinct") || word === "join" || word === "table") {
    Object.assign(frame, { isInFrom: true, expects: true })
    return true
  }
  if (word === "into" || (word === "update" && !["for", "key", "do"].includes(before))) {
    Object.assign(frame, { isInFrom: false, expects: true })
    return true
  }
  if (word === "using" && words[at + 1]?.text !== "(") {
    Object.assign(frame, { isInFrom: true, expects: true })
    return true
  }
  if (endsTables.has(word)) Object.assign(frame, { isInFrom: false, expects: false })
  return endsTables.has(word)
}

function mentionAt(words: readonly Word[], start: number): Mention {
  const isInto = words[start - 1]?.text === "into"
  const last = words[start + 1]?.text === "." ? start + 2 : start
  const table = words[last]?.text ?? ""
  const next = words[last + 1]?.text === "as" ? last + 2 : last + 1
  const named = words[next]
  const hasAlias = named?.kind === "quoted" || (named?.kind === "name" && !noAlias.has(named.text))
  return { table, alias: hasAlias ? named.text : table, end: hasAlias ? next : last, isInto }
}
