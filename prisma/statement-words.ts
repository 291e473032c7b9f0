/** `value` is a parameter (`$3` as "3"); a quoted name keeps its letters and is never a keyword. */
export interface Word {
  readonly kind: "name" | "quoted" | "text" | "number" | "value" | "sign"
  readonly text: string
}

const patterns: readonly (readonly [kind: Word["kind"] | "nothing", pattern: RegExp])[] = [
  ["nothing", /\s+|--[^\n]*/y],
  ["text", /(?:[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*')/sy],
  ["quoted", /"(?:[^"]|"")*"/y],
  ["value", /\$\d+/y],
  ["name", /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
  ["number", /\d[\w.]*/y],
  ["sign", /::|<>|!=|<=|>=|[-+*/<>=~!@#%^&|?]+|[(),.;:[\]{}]/y],
]

/** @throws Error for text that is no plain SQL, such as a comment over several lines or a body between dollars. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (let at = 0; at < text.length; ) {
    const found = patterns.map(([kind, pattern]) => ({ kind, text: matchAt(pattern, text, at) })).find((word) => word.text !== "")
    if (!found || found.text.includes("/*")) throw new Error(`a statement of a tenant cannot be read: ${text.slice(at, at + 20)}`)
    at += found.text.length
    if (found.kind !== "nothing") words.push({ kind: found.kind, text: plain(found.kind, found.text) })
  }
  return words
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ""
}

function plain(kind: Word["kind"], text: string): string {
  if (kind === "name") return text.toLowerCase()
  if (kind === "quoted") return text.slice(1, -1).replaceAll('""', '"')
  return kind === "value" ? text.slice(1) : text
}
