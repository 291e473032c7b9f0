const spelledOut: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", ø: "o", œ: "oe", ł: "l", đ: "d", þ: "th", ı: "i" }

/**
 * A word without case and accents. In German the two ways of writing an umlaut come to one ("Müller", "Mueller"); after a, e and q
 * "ue" is no umlaut ("Bauer", "neue", "Quelle").
 */
export function foldWord(word: string, language: string): string {
  const plain = word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[ßæøœłđþı]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize("NFC")
  return language === "de" ? plain.replace(/([ao])e/g, "$1").replace(/(?<![aeq])ue/g, "u") : plain
}
