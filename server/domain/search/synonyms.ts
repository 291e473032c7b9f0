import { refuse } from "#server/messages/refusals.ts"
import type { Synonym } from "#server/ports/product-search.ts"

const mostLines = 300
const mostWords = 20
const longestWord = 60

/**
 * Synonyms as a merchant writes them, one to a line: `cup, mug` stand for one another, `footwear > boot, clog` is found in that direction
 * alone. Commas and arrows of other scripts will do. @throws Refusal search.bad-synonyms
 */
export function readSynonyms(text: string): Synonym[] {
  const lines = text.split(/\r\n|[\r\n]/)
  return lines.flatMap((line, at): Synonym[] => {
    if (line.trim() === "") return []
    return at < mostLines
      ? [readLine(line) ?? refuse("search.bad-synonyms", { line: at + 1 })]
      : refuse("search.bad-synonyms", { line: at + 1 })
  })
}

export function synonymsText(synonyms: readonly Synonym[]): string {
  return synonyms.map((group) => ("from" in group ? `${group.from} > ${group.to.join(", ")}` : group.join(", "))).join("\n")
}

/** Words with commas or blank lines between them, each once. */
export function readWords(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,，、;；\r\n]+/)
        .map(plainWord)
        .filter((word) => word !== ""),
    ),
  ]
}

function readLine(line: string): Synonym | undefined {
  const [left = "", right, ...more] = line.split(/\s*(?:=>|[>→›])\s*/)
  if (more.length > 0) return undefined
  const words = soundWords(left)
  if (right === undefined) return words && words.length > 1 ? words : undefined
  const to = soundWords(right)
  const [from, ...others] = words ?? []
  return from !== undefined && others.length === 0 && to && to.length > 0 ? { from, to } : undefined
}

function soundWords(text: string): string[] | undefined {
  const words = readWords(text)
  return words.length <= mostWords && words.every((word) => word.length <= longestWord && /[\p{L}\p{N}]/u.test(word))
    ? words
    : undefined
}

function plainWord(word: string): string {
  return word.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim()
}
