import { Agent, request } from "node:http"
import { gunzipSync } from "node:zlib"

export interface Got {
  readonly status: number
  readonly location: string | undefined
  readonly text: string
}

/** As much of a browser as a shopper needs: cookies per visit, and what a browser says of itself. */
export interface ShopperBrowser {
  /** A page as a whole, as after a click on a link without scripts. */
  page(path: string): Promise<Got>
  /** What the page's own scripts fetch. */
  data(path: string): Promise<Got>
  submit(path: string, form: Readonly<Record<string, string>>, asPage: boolean): Promise<Got>
  /** A card goes to the provider's own host, without cookies. */
  pay(host: string, path: string, form: Readonly<Record<string, string>>): Promise<Got>
}

export const connections = new Agent({ keepAlive: true, maxSockets: 64 })

export function openShopperBrowser(port: number, host: string): ShopperBrowser {
  const cookies = new Map<string, string>()
  const origin = `http://${host}`
  const own = (isPage: boolean) => ({
    Host: host,
    Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    "Sec-Fetch-Site": "same-origin",
    "Sec-Fetch-Dest": isPage ? "document" : "empty",
    Accept: isPage ? "text/html" : "*/*",
  })
  const call = (headers: Readonly<Record<string, string>>, path: string, form?: Readonly<Record<string, string>>) =>
    send({ port, path, headers, form }, (lines) => keep(cookies, lines))
  return {
    page: (path) => call(own(true), path),
    data: (path) => call(own(false), path),
    submit: (path, form, asPage) => call({ ...own(asPage), Origin: origin }, path, form),
    pay: (payHost, path, form) => call({ Host: payHost, Origin: origin, "Sec-Fetch-Site": "same-site" }, path, form),
  }
}

interface Sent {
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>> | undefined
}

function send({ port, path, headers, form }: Sent, setCookies: (lines: readonly string[]) => void): Promise<Got> {
  const body = form && new URLSearchParams(form).toString()
  const more = { "Accept-Encoding": "gzip", "User-Agent": "Mozilla/5.0 (bench)", "Accept-Language": "en" }
  const extra =
    body === undefined
      ? {}
      : { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST"
    const question = request(
      { port, host: "127.0.0.1", path, method, agent: connections, headers: { ...more, ...headers, ...extra } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on("data", (chunk: Buffer) => chunks.push(chunk))
        answer.once("error", reject)
        answer.once("end", () => {
          setCookies(answer.headers["set-cookie"] ?? [])
          const text = inflated(Buffer.concat(chunks), answer.headers["content-encoding"])
          resolve({ status: answer.statusCode ?? 0, location: answer.headers.location, text })
        })
      },
    )
    question.once("error", reject)
    question.end(body)
  })
}

function keep(cookies: Map<string, string>, lines: readonly string[]): void {
  for (const line of lines) {
    const [pair = ""] = line.split(";")
    const at = pair.indexOf("=")
    cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

function inflated(body: Buffer, encoding: string | undefined): string {
  return (encoding === "gzip" ? gunzipSync(body) : body).toString()
}
