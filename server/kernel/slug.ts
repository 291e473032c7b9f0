const spelledOut: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", ø: "o", œ: "oe", ł: "l", đ: "d", þ: "th" }

/** A readable piece of an address: lower case, words joined by hyphens, letters of every script kept, at most 80 characters. */
export function slugFrom(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[ßæøœłđþ]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize("NFKC")
  return trimmed(plain.replace(/['’]/g, "").replace(/[^\p{L}\p{N}]+/gu, "-"), 80)
}

/** The same for a host name: what has no Latin letter or digit drops out, so the answer may be empty. At most 40 characters. */
export function hostSlugFrom(text: string): string {
  return trimmed(slugFrom(text).replace(/[^a-z0-9]+/g, "-"), 40)
}

function trimmed(slug: string, most: number): string {
  return Array.from(slug.replace(/^-+/, "")).slice(0, most).join("").replace(/-+$/, "")
}
