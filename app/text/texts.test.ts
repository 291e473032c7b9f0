import { beforeAll, describe, expect, it } from "vitest"
import { languages } from "#server/kernel/languages.ts"
import { rooms } from "./catalogue.ts"
import { loadAllTexts, loadTexts } from "./load-texts.ts"
import { shelf } from "./shelf.ts"
import { textsIn } from "./texts.ts"

beforeAll(loadAllTexts)

const names = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort()

describe.each(rooms)("the room %s", (room) => {
  it.each(languages)("says something under every key, with English's names, in %s", async (language) => {
    const [english, own] = [await shelf.en[room](), await shelf[language][room]()]
    expect(Object.entries(own).filter(([, text]) => text.trim() === "")).toEqual([])
    const wrong = Object.entries(own).filter(([key, text]) => names(text).join() !== names(english[key] ?? "").join())
    expect(wrong).toEqual([])
  })

  it.each(languages)("has every form that counting needs in %s", async (language) => {
    const own = await shelf[language][room]()
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const stems = Object.keys(own).flatMap((key) => /^(.*)_other$/.exec(key)?.[1] ?? [])
    expect(stems.flatMap((stem) => forms.map((form) => `${stem}_${form}`)).filter((key) => !(key in own))).toEqual([])
  })
})

describe("texts", () => {
  it("counts by the language's own rules", () => {
    expect(textsIn("en").say("ui")("cart.open", { count: 1 })).toBe("Cart, 1 item")
    expect(textsIn("en").say("ui")("cart.open", { count: 2 })).toBe("Cart, 2 items")
    expect(textsIn("zh").say("ui")("stock.low", { count: 1 })).toBe("仅剩 1 件")
  })

  it("leaves escaping to the page", () => {
    expect(textsIn("de").say("ui")("error.reference", { reference: "<a&b>" })).toBe("Vorgang <a&b>")
  })

  it("keeps what it said when a room is loaded again", async () => {
    const say = textsIn("de").say("ui")
    await loadTexts("de", ["ui"])
    expect(say("close")).toBe("Schließen")
  })
})
