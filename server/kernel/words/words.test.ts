import { expect, test } from "vitest"
import { slipsBetween } from "./distance.ts"
import { foldWord } from "./fold.ts"
import { stemOf } from "./stem.ts"
import { tokensOf } from "./tokens.ts"

const terms = (text: string, language: string) => tokensOf(text, language).map(({ term }) => term)

test("case, accents and both ways of writing an umlaut are put aside", () => {
  expect(terms("Café-CRÈME Straße", "en")).toEqual(["cafe", "creme", "strasse"])
  expect(foldWord("Müller", "de")).toBe(foldWord("Mueller", "de"))
  expect(foldWord("Töpfe", "de")).toBe(foldWord("Toepfe", "de"))
  for (const word of ["bauer", "neue", "quelle", "feuer"]) expect(foldWord(word, "de")).toBe(word)
})

test("runs without spaces come as characters and pairs, words as they stand", () => {
  expect(terms("蓝色衬衫 200ml", "zh")).toEqual(["蓝", "色", "蓝色", "衬", "色衬", "衫", "衬衫", "200ml"])
  expect(tokensOf("a 茶壶", "zh").at(-1)).toEqual({ term: "茶壶", from: 2, to: 4, isRun: true })
})

test("elisions and possessives fall off", () => {
  expect(terms("l'eau d’été", "fr")).toEqual(["eau", "ete"])
  expect(terms("the baker's dozen", "en")).toEqual(["the", "baker", "dozen"])
})

test.each([
  ["en", "mugs mug", "knives knife", "boxes box", "berries berry", "folding fold", "rolled roll", "dishes dish"],
  ["de", "vasen vase", "tassen tasse", "krüge krug", "tücher tuch", "kerzen kerze", "schalen schale"],
  ["fr", "tasses tasse", "chevaux cheval", "bleues bleu", "gateaux gateau"],
])("%s: forms of one word share a stem", (language, ...pairs) => {
  for (const pair of pairs) {
    const [one = "", other = ""] = pair.split(" ").map((word) => stemOf(foldWord(word, language), language))
    expect(one, pair).toBe(other)
  }
})

test("different words keep different stems", () => {
  const apart = [
    ["en", "cup", "cap"],
    ["en", "glass", "glaze"],
    ["de", "tasse", "tasche"],
    ["de", "teller", "kelle"],
  ] as const
  for (const [language, one, other] of apart) expect(stemOf(one, language)).not.toBe(stemOf(other, language))
})

test("slips are counted as one each, and no further than asked", () => {
  const whole = (one: string, other: string, most = 2) => slipsBetween(one, other, most).whole
  expect(whole("kettle", "kettle")).toBe(0)
  for (const typed of ["ketle", "kettlle", "ketfle", "ektle".replace("ek", "ke"), "ekttle"])
    expect(whole(typed, "kettle")).toBe(1)
  expect(whole("kelte", "kettle")).toBe(2)
  expect(whole("cat", "kettle", 2)).toBe(3)
  expect(whole("kettles", "ket", 1)).toBe(2)
  expect(slipsBetween("lamten", "lantern", 1).whole).toBe(2)
  expect(slipsBetween("lamt", "lantern", 1)).toEqual({ whole: 2, beginning: 1 })
})
