import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { loadAllTexts } from "#app/text/load-texts.ts"
import { readForm } from "./read-form.ts"

const context = { language: "de" } as const
const order = z.object({
  email: z.email(),
  password: z.string().min(8).optional(),
  address: z.object({ city: z.string().max(20) }),
  lines: z.array(z.object({ variant: z.string(), quantity: z.coerce.number().int().min(1).max(99) })).default([]),
  tags: z.array(z.string()).default([]),
})
const whole = { email: "a@b.test", "address.city": "Bonn" }

beforeAll(loadAllTexts)

describe("a form", () => {
  it("is read by its names", async () => {
    const form = await read({ ...whole, "lines[0].variant": "v", "lines[0].quantity": "2", "tags[]": "one" })
    expect(form).toEqual({
      ok: true,
      value: { email: "a@b.test", address: { city: "Bonn" }, lines: [{ variant: "v", quantity: 2 }], tags: ["one"] },
    })
  })

  it("says at each field, in the reader's language, what is wrong, and shows again what was typed", async () => {
    const form = await read({ email: "a@", password: "short", "lines[0].variant": "v", "lines[0].quantity": "1000000000" })
    expect(form).toEqual({
      ok: false,
      errors: {
        email: "Das ist keine vollständige E-Mail-Adresse.",
        password: "Bitte mindestens 8 Zeichen.",
        address: "Bitte ausfüllen.",
        "lines[0].quantity": "Höchstens 99.",
      },
      values: { email: "a@", "lines[0].variant": "v", "lines[0].quantity": "1000000000" },
    })
  })

  it.each([
    ["0", "Mindestens 1."],
    ["-3", "Mindestens 1."],
    ["1.5", "Bitte eine ganze Zahl."],
    ["two", "Bitte eine Zahl."],
    ["", "Bitte ausfüllen."],
    ["1e400", "Bitte eine Zahl."],
  ])("refuses the quantity %j", async (quantity, message) => {
    const form = await read({ ...whole, "lines[0].variant": "v", "lines[0].quantity": quantity })
    expect(form).toMatchObject({ ok: false, errors: { "lines[0].quantity": message } })
  })
})

describe("a hostile form", () => {
  it.each([
    "__proto__.admin",
    "constructor.prototype.admin",
    "address.__proto__.admin",
    "a[999999].b",
    "a.b.c.d.e.f.g.h.i.j",
    "x".repeat(500),
    "a[b",
    "a..b",
  ])("gets nothing by the name %s", async (name) => {
    expect(await read({ ...whole, [name]: "1" })).toEqual({
      ok: true,
      value: { email: "a@b.test", address: { city: "Bonn" }, lines: [], tags: [] },
    })
    expect(Reflect.get({}, "admin")).toBeUndefined()
  })

  it("may be no form, broken, or too large; each has its status", async () => {
    expect(await statusOf(post("{}", "application/json"))).toBe(415)
    expect(await statusOf(post("--x\r\nbroken", "multipart/form-data; boundary=x"))).toBe(400)
    expect(await statusOf(post(`email=${"a".repeat(70_000)}`))).toBe(413)
    expect(await statusOf(post("a=1&".repeat(1_001)))).toBe(413)
  })

  it("is counted while it comes in, when it hides its length", async () => {
    const chunk = new TextEncoder().encode("a".repeat(50_000))
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent++
        controller.enqueue(chunk)
        if (sent === 100) controller.close()
      },
    })
    expect(await statusOf(new Request("http://shop.test/", { ...formPost, body, duplex: "half" }))).toBe(413)
    expect(sent).toBeLessThan(10)
  })

  it("cannot turn one value into many where one is wanted", async () => {
    expect(await readForm({ request: post("email=a@b.test&email=c@d.test&address.city=Bonn"), context }, order)).toMatchObject({
      ok: false,
    })
  })
})

const formPost = { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" } } as const

function post(body: string, type = "application/x-www-form-urlencoded"): Request {
  return new Request("http://shop.test/", { method: "POST", body, headers: { "content-type": type } })
}

function read(fields: Record<string, string>) {
  return readForm({ request: post(new URLSearchParams(fields).toString()), context }, order)
}

async function statusOf(request: Request): Promise<number | undefined> {
  try {
    await readForm({ request, context }, order)
    return undefined
  } catch (error) {
    return error instanceof Response ? error.status : undefined
  }
}
