import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { smallBuild } from "./small-build.ts"
import { alder, mohn, openSmallHouse } from "./small-house.ts"

let house: Awaited<ReturnType<typeof openSmallHouse>>
beforeAll(async () => {
  house = await openSmallHouse(smallBuild)
})
afterAll(() => house.close())

describe("a host", () => {
  it("that nobody has is a 404 that names no shop", async () => {
    for (const host of ["nope.localhost", "alder.localhost.evil.test", "xalder.localhost", "ALDER.localhost."]) {
      const heard = await house.ask(host, "/")
      if (host.startsWith("ALDER")) {
        expect(heard.status).toBe(200)
        continue
      }
      expect(heard.status).toBe(404)
      expect(heard.body).not.toMatch(/alder|mohn/i)
    }
  })

  it("of a closed shop says so", async () => {
    const heard = await house.ask("closed.localhost", "/")
    expect([heard.status, heard.headers["retry-after"]]).toEqual([503, "3600"])
  })

  it("is believed, not what a stranger says was asked", async () => {
    const heard = await house.ask("alder.localhost", "/", {
      headers: { "x-forwarded-host": "mohn.localhost", forwarded: "host=mohn.localhost" },
    })
    expect(heard.body).toContain(alder.name)
    expect(heard.body).not.toContain(mohn.name)
  })
})

describe("a site", () => {
  it("has its own page at a path that all have", async () => {
    expect((await house.ask("alder.localhost", "/")).body).toContain(alder.name)
    for (const [host, site] of [
      ["localhost", "market"],
      ["console.localhost", "console"],
      ["admin.localhost", "admin"],
    ] as const)
      expect((await house.ask(host, "/")).body).toContain(`{&quot;site&quot;:&quot;${site}&quot;`)
  })

  it("neither reaches nor names another's routes", async () => {
    for (const path of ["/shops/new", "/shops/new.data", "/_root.data?_routes=console%2Fhome"]) {
      const heard = await house.ask("alder.localhost", path)
      expect(heard.body).not.toContain("console")
    }
    expect((await house.ask("alder.localhost", "/shops/new")).status).toBe(404)
    const home = (await house.ask("alder.localhost", "/")).body
    expect(home).toContain("storefront/home")
    expect(home).not.toMatch(/console|admin|market|manifest-/)
  })

  it("answers a browser's question about routes from its own part", async () => {
    const question = "/__manifest?p=/shops/new&p=/cart&version=12345678"
    expect(Object.keys(JSON.parse((await house.ask("alder.localhost", question)).body))).toContain("storefront/cart")
    expect((await house.ask("alder.localhost", question)).body).not.toContain("console")
    expect((await house.ask("console.localhost", question)).body).toContain("console/secrets")
  })

  it("does not give out the bundler's list of everything, nor data by route name", async () => {
    expect((await house.ask("alder.localhost", "/assets/manifest-12345678.js")).status).toBe(404)
    expect((await house.ask("alder.localhost", "/cart?_data=console%2Fhome")).status).toBe(400)
  })

  it("speaks the reader's language, a shop its own", async () => {
    const headers = { "accept-language": "zh-CN,de;q=0.5", cookie: "__Host-language=de" }
    expect((await house.ask("console.localhost", "/", { headers: { "accept-language": "zh-CN,de;q=0.5" } })).body).toContain(
      "&quot;zh&quot;",
    )
    expect((await house.ask("console.localhost", "/", { headers })).body).toContain("&quot;de&quot;")
  })
})

it("asks no database for a file, for an address that is none, or for health", async () => {
  await house.ask("alder.localhost", "/")
  const before = { ...house.counts }
  for (const path of ["/assets/small.js", "/assets/none.js", "/no/such/page", "/files/ten_alder/none.webp", "/healthz"])
    await house.ask("alder.localhost", path, { headers: { cookie: "__Host-customer=0123456789abcdefghjkmnpqrstvwxyz" } })
  expect(house.counts).toEqual(before)
})

describe("a file", () => {
  it("is given out at its own shop's host and at the market, never at another shop's", async () => {
    await house.ports.files.write(alder.id, "lamp-320.webp", Buffer.from("picture"), "image/webp")
    const path = `/files/${alder.id}/lamp-320.webp`
    const own = await house.ask("alder.localhost", path)
    expect(own).toMatchObject({
      status: 200,
      body: "picture",
      headers: { "content-type": "image/webp", "x-content-type-options": "nosniff" },
    })
    expect(own.headers["cache-control"]).toContain("immutable")
    expect((await house.ask("localhost", path)).status).toBe(200)
    expect((await house.ask("mohn.localhost", path)).status).toBe(404)
    expect((await house.ask("alder.localhost", `/files/${alder.id}/..%2f..%2fsecret`)).status).toBe(404)
  })
})
