import { gunzipSync } from "node:zlib"
import fc from "fast-check"
import { expect, it } from "vitest"
import { compressedBody } from "./compressed-page.ts"
import { plainBody, storedPage } from "./stored-page.ts"

const placeholder = "AAAAAAAAAAAAAAAAAAAAAA"
const nonces = fc.stringMatching(/^[\w-]{22}$/)
const pieces = fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constant("<script>".repeat(2_000)), fc.constant("")), {
  minLength: 1,
  maxLength: 6,
})

it("unpacks to the page with the nonce in every place, whatever the page", () => {
  fc.assert(
    fc.property(pieces, nonces, (texts, nonce) => {
      fc.pre(texts.every((text) => !text.includes("AAA") && Buffer.from(text).toString() === text))
      const page = storedPage({ status: 200, headers: {}, body: texts.join(placeholder), surrogates: [] }, placeholder)
      const whole = texts.join(nonce)
      expect(plainBody(page, nonce).toString()).toBe(whole)
      expect(gunzipSync(compressedBody(page.pieces, page.compressed, nonce)).toString()).toBe(whole)
    }),
  )
})

it("is small: what repeats across a nonce is found again", () => {
  const part = Array.from({ length: 400 }, (_, n) => `<li>${n * 7919}</li>`).join("")
  const once = storedPage({ status: 200, headers: {}, body: part, surrogates: [] }, placeholder)
  const twice = storedPage({ status: 200, headers: {}, body: part + placeholder + part, surrogates: [] }, placeholder)
  expect(twice.compressed.bytes).toBeLessThan(once.compressed.bytes * 1.2)
})
