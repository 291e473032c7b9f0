import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { surrogate } from "#server/kernel/tenant-keys.ts"
import { pageLog, smallBuild } from "./small-build.ts"
import { alder, type Heard, openSmallHouse } from "./small-house.ts"

let house: Awaited<ReturnType<typeof openSmallHouse>>
beforeAll(async () => {
  house = await openSmallHouse(smallBuild)
})
afterAll(() => house.close())
beforeEach(() => {
  house.pages.dropAll()
  pageLog.before = async () => undefined
})

describe("a common page", () => {
  it("is rendered once, and carries a nonce of its own at every answer", async () => {
    const before = pageLog.rendered
    const [one, other] = [await house.ask("alder.localhost", "/"), await house.ask("alder.localhost", "/?utm_source=x")]
    expect(pageLog.rendered).toBe(before + 1)
    for (const heard of [one, other]) expect(new Set(heard.body.match(/(?<=nonce=")[^"]*/g))).toEqual(new Set([nonceOf(heard)]))
    expect(nonceOf(one)).not.toBe(nonceOf(other))
  })

  it("is rendered for a stranger, whoever asks, and sets no cookie", async () => {
    const headers = { cookie: "__Host-visitor=vis_0123456789abcdefghjkmnpqrs; __Host-cart=crt_0123456789abcdefghjkmnpqrs" }
    const heard = await house.ask("alder.localhost", "/", { headers })
    expect(heard.body).not.toMatch(/vis_|crt_/)
    expect(heard.headers["set-cookie"]).toBeUndefined()
    expect(heard.headers["surrogate-key"]).toBe(surrogate.shop(alder.id))
  })

  it("is one shop's", async () => {
    await house.ask("alder.localhost", "/")
    expect((await house.ask("mohn.localhost", "/")).body).toContain("Mohn")
  })

  it("that the browser has is not sent again, nor a policy that would not fit it", async () => {
    const first = await house.ask("alder.localhost", "/")
    const again = await house.ask("alder.localhost", "/", { headers: { "if-none-match": String(first.headers.etag) } })
    expect([again.status, again.body, again.headers["content-security-policy"]]).toEqual([304, "", undefined])
    expect((await house.ask("alder.localhost", "/", { headers: { "if-none-match": '"other"' } })).status).toBe(200)
  })

  it("goes when an event names it, also while it is being rendered", async () => {
    let release: () => void = () => undefined
    const begun = new Promise<void>((begin) => {
      pageLog.before = () =>
        new Promise((resolve) => {
          release = resolve
          begin()
        })
    })
    const early = house.ask("alder.localhost", "/")
    await begun
    house.pages.dropSurrogates([surrogate.shop(alder.id)])
    pageLog.before = async () => undefined
    const late = await house.ask("alder.localhost", "/")
    release()
    const old = await early
    expect(old.headers.etag).not.toBe(late.headers.etag)
    expect((await house.ask("alder.localhost", "/")).headers.etag).toBe(late.headers.etag)
  })
})

describe("a request that changes something", () => {
  const post = (headers: Record<string, string>, path = "/cart") =>
    house.ask("alder.localhost", path, {
      method: "POST",
      body: "a=1",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    })

  it("comes from this very origin or changes nothing", async () => {
    const before = pageLog.posted
    const foreign = [
      {},
      { origin: "http://mohn.localhost:3000" },
      { "sec-fetch-site": "same-site", origin: "http://alder.localhost:3000" },
      { origin: "null" },
    ]
    for (const headers of foreign)
      for (const path of ["/cart", "/cart.data"]) expect((await post(headers, path)).status).toBe(403)
    expect(pageLog.posted).toBe(before)
    expect((await post({ "sec-fetch-site": "same-origin", origin: "http://alder.localhost:3000" })).status).toBe(200)
    expect((await post({ origin: "http://alder.localhost:3000" })).status).toBe(200)
    expect(pageLog.posted).toBe(before + 2)
  })

  it("sets cookies that no sibling shop can plant or read", async () => {
    const heard = await post({ "sec-fetch-site": "same-origin" })
    const cookies = heard.headers["set-cookie"] ?? []
    expect(cookies.map((line) => line.split("=")[0]).sort()).toEqual(["__Host-cart", "__Host-visitor"])
    for (const line of cookies) expect(line).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax/)
    for (const line of cookies) expect(line).not.toMatch(/Domain/i)
  })

  it("is slowed down where passwords are tried", async () => {
    const statuses: number[] = []
    for (let n = 0; n < 31; n++) statuses.push((await post({ "sec-fetch-site": "same-origin" }, "/account/sign-in")).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429])
  })

  it("at the payment provider's door needs its signature, and nothing else", async () => {
    expect((await house.ask("localhost", "/webhooks/stripe", { method: "POST", body: "{}" })).status).toBe(400)
    expect((await house.ask("localhost", "/webhooks/other", { method: "POST", body: "{}" })).status).toBe(404)
  })
})

describe("a fault", () => {
  it.each([
    ["refused", 404, undefined],
    ["away", 503, "5"],
    ["broken", 500, undefined],
  ])("%s is shown as %i without a word of its own", async (how, status, refresh) => {
    const heard = await house.ask("alder.localhost", `/broken/${how}`)
    expect([heard.status, heard.headers.refresh]).toEqual([status, refresh])
    for (const path of [`/broken/${how}`, `/broken/${how}.data`])
      expect((await house.ask("alder.localhost", path)).body).not.toMatch(/secret|select|\.ts:/)
  })

  it("before any page is a plain page that tries again", async () => {
    const heard = await house.ask("alder.localhost", "/cart", {
      headers: { cookie: "__Host-customer=0123456789abcdefghjkmnpqrstvwxyz" },
    })
    expect(heard.status).toBe(503)
    expect(heard.body).toContain('http-equiv="refresh"')
    expect((await house.ask("alder.localhost", "/%E0%A4%A")).status).toBeLessThan(500)
  })
})

function nonceOf({ headers }: Heard): string | undefined {
  return /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1]
}
