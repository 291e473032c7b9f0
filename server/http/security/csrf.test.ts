import { expect, it } from "vitest"
import { isOwnRequest } from "./csrf.ts"

const origin = "http://alder.localhost:3000"
const sites = [undefined, "same-origin", "same-site", "cross-site", "none"]
const origins = [
  undefined,
  origin,
  "http://mohn.localhost:3000",
  "http://alder.localhost",
  "https://alder.localhost:3000",
  "null",
]

it.each(["GET", "HEAD", "OPTIONS"])("lets %s pass, whoever asks", (method) => {
  for (const site of sites) for (const from of origins) expect(isOwnRequest(method, headers(site, from), origin)).toBe(true)
})

it.each(["POST", "PUT", "PATCH", "DELETE", "BREW"])("lets %s pass from this origin only", (method) => {
  const passed = sites.flatMap((site) =>
    origins.filter((from) => isOwnRequest(method, headers(site, from), origin)).map((from) => [site, from]),
  )
  // What the browser says of the site decides; the origin counts only for one that says nothing.
  expect(passed).toEqual([[undefined, origin], ...origins.map((from) => ["same-origin", from])])
})

function headers(site: string | undefined, from: string | undefined) {
  return { ...(site === undefined ? {} : { "sec-fetch-site": site }), ...(from === undefined ? {} : { origin: from }) }
}
