import { createServer, type IncomingHttpHeaders, request } from "node:http"
import { gunzipSync } from "node:zlib"
import express, { type RequestHandler } from "express"
import { afterEach, expect, it } from "vitest"
import { wholeAnswers } from "./whole-answers.ts"

let close: () => void = () => undefined
afterEach(() => close())

const long = "goods ".repeat(4_000)
const inPieces: RequestHandler = (_req, res) => {
  res.type("text/html").write(long.slice(0, 100))
  res.write(Buffer.from(long.slice(100)))
  res.end()
}

it("sends the pieces as one, compressed for whoever takes it", async () => {
  const heard = await ask(inPieces, { "accept-encoding": "br, gzip" })
  expect(heard.headers).toMatchObject({
    "content-encoding": "gzip",
    "content-length": String(heard.body.length),
    vary: "Accept-Encoding",
  })
  expect(gunzipSync(heard.body).toString()).toBe(long)
})

it.each([{}, { "accept-encoding": "gzip;q=0, br" }])("leaves an answer to %j as it is", async (headers) => {
  const heard = await ask(inPieces, headers)
  expect(heard.headers["content-encoding"]).toBeUndefined()
  expect(heard.headers["content-length"]).toBe(String(long.length))
  expect(heard.body.toString()).toBe(long)
})

it("does not compress what is small or no text", async () => {
  const small = await ask((_req, res) => void res.type("text/html").end("ok"), { "accept-encoding": "gzip" })
  expect([small.headers["content-encoding"], small.body.toString()]).toEqual([undefined, "ok"])
  const picture = await ask((_req, res) => void res.type("image/webp").end(Buffer.alloc(20_000)), { "accept-encoding": "gzip" })
  expect([picture.headers["content-encoding"], picture.body.length]).toEqual([undefined, 20_000])
})

it("says nothing where there is nothing to say", async () => {
  const heard = await ask((_req, res) => void res.status(303).setHeader("Location", "/cart").end(), { "accept-encoding": "gzip" })
  expect([heard.status, heard.headers.location, heard.body.length]).toEqual([303, "/cart", 0])
})

it("does not hold back an answer that takes its time", async () => {
  let goOn: () => void = () => undefined
  const asked = ask(
    (_req, res) => {
      res.type("text/html").write("first ")
      goOn = () => res.end("last")
    },
    {},
    () => goOn(),
  )
  const heard = await asked
  expect([heard.headers["content-length"], heard.body.toString()]).toEqual([undefined, "first last"])
})

interface Heard {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

function ask(handler: RequestHandler, headers: Record<string, string>, onFirst: () => void = () => undefined): Promise<Heard> {
  const server = createServer(express().use(wholeAnswers()).use(handler))
  close = () => server.close()
  return new Promise((resolve, reject) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      const port = typeof address === "object" && address ? address.port : 0
      const call = request({ port, host: "127.0.0.1", headers, agent: false }, (answer) => {
        const chunks: Buffer[] = []
        answer.once("data", onFirst).on("data", (chunk: Buffer) => chunks.push(chunk))
        answer.once("end", () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        )
      })
      call.once("error", reject).end()
    })
  })
}
