import { existsSync } from "node:fs"
import { io } from "socket.io-client"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { branded } from "#server/kernel/brand.ts"
import { subscribeRequest } from "#server/live/subscribe-request.ts"
import { type Admission, livePath, type Subscription } from "#server/messages/live.ts"
import { matrix } from "./routes/matrix.ts"
import { listRoutes, type PageRoute } from "./routes/route-list.ts"
import { type Answer, openRouteTown, type RouteTown, type Street } from "./routes/town.ts"

const all = listRoutes()

it("every address has an entry, and no entry is without an address", () => {
  expect(all.length).toBeGreaterThan(45)
  expect(Object.keys(matrix).sort()).toEqual(all.map(({ name }) => name).sort())
})

const isBuilt = existsSync("build/app/server/index.js")

describe.skipIf(!isBuilt)("what is another's (needs the pages to be built: npm test builds them)", () => {
  let town: RouteTown
  beforeAll(async () => {
    town = await openRouteTown()
  })
  afterAll(() => town?.close())

  const fill = (pattern: string, shop: Street, ids: Street) =>
    pattern
      .replace(":slug", pattern.startsWith("/categories") ? `things-of-${ids.host.split(".")[0]}` : ids.slug)
      .replace(":shop", shop.ctx.tenant.slug)
      .replace(":orderId", ids.orderId)
      .replace(":productId", ids.productId)
      .replace(":variantId", ids.variantId)
      .replace(":token", ids.watchToken)
      .replace(":tenantId", ids.ctx.tenant.id)
      .replace(":name", `${ids.ctx.tenant.id}.receipt.${ids.orderId}`)

  /** Page, its data, the data of this route alone without its frame, and what it does with a form. */
  async function* asked(
    route: PageRoute,
    host: string,
    path: string,
    cookie: string,
    ids: Street,
  ): AsyncGenerator<[string, Answer]> {
    const data = `${path === "/" ? "/_root" : path}.data`
    const form = matrix[route.name]?.form?.(ids) ?? {}
    const variants = [
      [path],
      [`${path}?token=${ids.orderToken}`, undefined],
      [data],
      [`${data}?_routes=${encodeURIComponent(route.id)}`],
      [path, form],
      [data, form],
    ] as const
    for (const [address, sent] of variants) {
      const answer = await town.ask(host, address, { cookie, form: sent })
      const end = answer.location && answer.status < 400 ? await town.ask(host, localPart(answer.location), { cookie }) : answer
      yield [`${sent ? "POST" : "GET"} ${host}${address}`, end.status < 300 && isSignIn(answer) ? answer : end]
    }
  }

  const localPart = (location: string) => new URL(location, "http://x").pathname + new URL(location, "http://x").search
  const isSignIn = ({ location = "", body }: Answer) =>
    /\/sign-in/.test(location) || (body.includes("SingleFetchRedirect") && body.includes("/sign-in"))

  function isRefused({ status, location, body }: Answer): boolean {
    if ([403, 404, 405, 503].includes(status)) return true
    // A redirect in data is a 202 that names its goal.
    return isSignIn({ status, location, body })
  }

  function complaints(what: string, answer: Answer, ids: Street): string[] {
    const said = []
    if (!isRefused(answer)) said.push(`${what} was answered ${answer.status}${answer.location ? ` to ${answer.location}` : ""}`)
    if (answer.body.includes(ids.secret)) said.push(`${what} tells what is ${ids.ctx.tenant.slug}'s`)
    return said
  }

  const cookies = (shop: Street) =>
    `__Host-customer=${shop.customerToken}; __Host-staff=${shop.staffToken}; __Host-admin=${shop.staffToken}`
  const cookieOf = (kind: string, shop: Street) =>
    cookies(shop)
      .split("; ")
      .find((cookie) => cookie.startsWith(`__Host-${kind}=`)) ?? ""

  it("is there for its own people: the matrix asks for things that exist", async () => {
    const { own, foreign } = town
    for (const shop of [own, foreign]) {
      const customer = cookieOf("customer", shop)
      const staff = cookieOf("staff", shop)
      for (const [host, path, cookie] of [
        [shop.host, `/products/${shop.slug}`, ""],
        [shop.host, fill("/categories/:slug", shop, shop), ""],
        [shop.host, `/orders/${shop.orderId}`, customer],
        [shop.host, "/account", customer],
        ["console.test", fill("/shops/:shop/orders/:orderId", shop, shop), staff],
        ["console.test", fill("/shops/:shop/products/:productId", shop, shop), staff],
        ["console.test", fill("/shops/:shop/settings", shop, shop), staff],
      ] as const) {
        const answer = await town.ask(host, path, { cookie })
        expect([path, answer.status, answer.body.includes(shop.secret)]).toEqual([path, 200, true])
      }
    }
  })

  it("cannot be had at a shop's host, whoever asks, and nothing changes", async () => {
    const { own, foreign } = town
    const before = await town.digest()
    const said: string[] = []
    for (const route of all.filter(({ site, name }) => site === "storefront" && matrix[name]?.asks !== "none"))
      for (const cookie of ["", cookieOf("customer", own), cookieOf("customer", foreign), cookieOf("staff", foreign)])
        for await (const [what, answer] of asked(route, own.host, fill(route.pattern, own, foreign), cookie, foreign))
          said.push(...complaints(what, answer, foreign))
    expect(said).toEqual([])
    expect(await town.digest()).toBe(before)
  })

  it("is not told by pages that name nobody, to people of another shop", async () => {
    const { own, foreign } = town
    const before = await town.digest()
    const said: string[] = []
    const quiet = all.filter(
      ({ site, name }) => site === "storefront" && matrix[name]?.asks === "none" && !/sign-|signals/.test(name),
    )
    for (const route of quiet)
      for await (const [what, answer] of asked(
        route,
        own.host,
        fill(route.pattern, own, foreign),
        cookieOf("customer", foreign),
        foreign,
      )) {
        if (answer.body.includes(foreign.secret)) said.push(`${what} tells what is another's`)
        if (answer.status >= 500) said.push(`${what} failed: ${answer.status}`)
      }
    for (const { pattern, form } of [
      { pattern: "/account/sign-in", form: { email: foreign.customerEmail, password: "a long password" } },
    ]) {
      const answer = await town.ask(own.host, pattern, { form })
      if (answer.status < 400) said.push(`${pattern} lets another shop's customer in`)
    }
    expect(said).toEqual([])
    expect(await town.digest()).toBe(before)
  })

  it("cannot be had at the console: by strangers, staff of another shop, or staff of a suspended one", {
    timeout: 180_000,
  }, async () => {
    const { own, foreign, closed } = town
    const before = await town.digest()
    const said: string[] = []
    const pairs = [
      { shop: foreign, ids: foreign, cookie: "" },
      { shop: foreign, ids: foreign, cookie: cookieOf("staff", own) },
      { shop: foreign, ids: foreign, cookie: cookieOf("staff", closed) },
      { shop: closed, ids: closed, cookie: cookieOf("staff", own) },
    ]
    const crossed = [
      { shop: own, ids: foreign, cookie: cookieOf("staff", own) },
      { shop: closed, ids: foreign, cookie: cookieOf("staff", closed) },
    ]
    for (const route of all.filter(({ site, name }) => site === "console" && matrix[name]?.asks !== "none")) {
      const namesMore = /:(orderId|productId|variantId)/.test(route.pattern)
      for (const { shop, ids, cookie } of namesMore ? [...pairs, ...crossed] : pairs)
        for await (const [what, answer] of asked(route, "console.test", fill(route.pattern, shop, ids), cookie, ids)) {
          const isForeignForm =
            crossed.some((pair) => pair.cookie === cookie && pair.shop === shop && pair.ids === ids) && what.startsWith("POST")
          const told = complaints(what, answer, ids).filter(
            (text) => !(isForeignForm && answer.status === 422 && text.includes("answered 422")),
          )
          said.push(...told)
        }
    }
    expect(said).toEqual([])
    expect(await town.digest()).toBe(before)
  })

  it("cannot be had at the admin's site by any shop's staff", async () => {
    const { own, foreign } = town
    const before = await town.digest()
    const said: string[] = []
    for (const route of all.filter(({ site, name }) => site === "admin" && matrix[name]?.asks !== "none"))
      for (const cookie of ["", cookieOf("admin", own), cookieOf("admin", foreign)])
        for await (const [what, answer] of asked(route, "admin.test", fill(route.pattern, own, foreign), cookie, foreign))
          said.push(...complaints(what, answer, foreign))
    expect(said).toEqual([])
    expect(await town.digest()).toBe(before)
  })

  it("is no picture of this shop's host", async () => {
    const { own, foreign } = town
    const path = (shop: Street) => `/files/${shop.ctx.tenant.id}/${shop.pictureKey}-640.webp`
    expect((await town.ask(foreign.host, path(foreign))).status).toBe(200)
    expect((await town.ask(own.host, path(foreign))).status).toBe(404)
  })

  describe("on a socket", () => {
    const topics = branded<{ shape: { subscription: { options: { shape: { topic: { value: string } } }[] } } }>(subscribeRequest)
    const wanted = (ids: Street): { readonly [T in Subscription["topic"]]: Subscription } => ({
      shop: { topic: "shop", variants: [ids.variantId] },
      product: { topic: "product", id: ids.productId },
      order: { topic: "order", id: ids.orderId, token: ids.orderToken },
      cart: { topic: "cart" },
      console: { topic: "console", id: ids.ctx.tenant.id },
      platform: { topic: "platform" },
      watch: { topic: "watch", id: ids.ctx.tenant.id },
    })

    async function hear(host: string, cookie: string, subscription: Subscription): Promise<Admission> {
      const extraHeaders = { Host: host, Origin: `http://${host}`, ...(cookie ? { Cookie: cookie } : {}) }
      const socket = io(`http://127.0.0.1:${town.port}`, {
        path: livePath,
        transports: ["websocket"],
        extraHeaders,
        reconnection: false,
        forceNew: true,
      })
      try {
        const isIn = await new Promise<boolean>((resolve) => {
          socket.once("connect", () => resolve(true))
          socket.once("connect_error", () => resolve(false))
        })
        if (!isIn) return { ok: false, reason: "forbidden" }
        return await socket.timeout(10_000).emitWithAck("subscribe", { subscription })
      } finally {
        socket.disconnect()
      }
    }

    it("every topic has an entry", () => {
      expect(Object.keys(wanted(town.own)).sort()).toEqual(
        topics.shape.subscription.options.map(({ shape }) => shape.topic.value).sort(),
      )
    })

    it("nothing of another shop is heard, whoever listens, wherever", async () => {
      const { own, foreign, closed } = town
      const heard: string[] = []
      for (const host of [own.host, "console.test", "admin.test", "test"])
        for (const [who, cookie] of [
          ["anonymous", ""],
          ["own", cookies(own)],
          ["closed", cookies(closed)],
          ["foreign", host === own.host ? cookies(foreign) : ""],
        ] as const)
          for (const subscription of Object.values(wanted(foreign))) {
            const admission = await hear(host, cookie, subscription)
            const isOwnShop = (subscription.topic === "shop" || subscription.topic === "cart") && host === own.host
            const said = JSON.stringify(admission)
            const tells = said.includes(foreign.variantId) || said.includes(foreign.ctx.tenant.id)
            if ((admission.ok && !isOwnShop) || tells) heard.push(`${who} at ${host}: ${said}`)
          }
      expect(heard).toEqual([])
    })
  })
})
