import { renderToStaticMarkup } from "react-dom/server"
import { beforeAll, describe, expect, it } from "vitest"
import { loadTexts } from "#app/text/load-texts.ts"
import { TextProvider } from "#app/text/text.tsx"
import { Field } from "./field.tsx"
import { TextInput } from "./text-input.tsx"

beforeAll(() => loadTexts("en", ["ui"]))

const field = (parts: { hint?: string; error?: string | readonly string[] }) =>
  renderToStaticMarkup(
    <TextProvider language="en">
      <Field label="E-mail" id="mail" {...parts}>
        <TextInput name="mail" />
      </Field>
    </TextProvider>,
  )

describe("a field", () => {
  it("names its control by the label", () => {
    expect(field({})).toContain('<label for="mail"')
    expect(field({})).toContain('id="mail"')
    expect(field({})).not.toContain("aria-describedby")
  })

  it("describes its control by hint and error, and marks it invalid only then", () => {
    const html = field({ hint: "For the receipt", error: "Has no @" })
    expect(html).toContain('aria-describedby="mail-hint mail-error"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toMatch(/id="mail-error"[^>]*>.*Has no @/)
    expect(field({ hint: "For the receipt" })).not.toContain("aria-invalid")
  })

  it("shows the first of several errors, and none of an empty list", () => {
    expect(field({ error: ["Too short", "Has no @"] })).not.toContain("Has no @")
    expect(field({ error: [] })).not.toContain("field-error")
  })
})
