import { renderToStaticMarkup } from "react-dom/server"
import { beforeAll, describe, expect, it } from "vitest"
import { loadTexts } from "#app/text/load-texts.ts"
import { TextProvider } from "#app/text/text.tsx"
import { type Money, money } from "#server/kernel/money.ts"
import { Price } from "./price.tsx"

beforeAll(() => loadTexts("de", ["ui"]))

const price = (amount: Money, compareAt?: Money) =>
  renderToStaticMarkup(
    <TextProvider language="de">
      <Price amount={amount} compareAt={compareAt} />
    </TextProvider>,
  )

describe("a price", () => {
  it("is written in the page's language", () => {
    expect(price(money(129_900, "EUR"))).toContain("1.299,00\u00a0€")
  })

  it("says which is the old one when it was cut", () => {
    expect(price(money(900, "EUR"), money(1_200, "EUR"))).toMatch(/Jetzt.*9,00.*<s>.*Vorher.*12,00/)
  })

  it.each([money(900, "EUR"), money(500, "EUR"), money(1_200, "USD")])(
    "shows no old price that is not higher, or of another currency",
    (old) => {
      expect(price(money(900, "EUR"), old)).not.toContain("<s>")
    },
  )
})
