import { request } from "node:http"
import type { OpenHouse } from "./open-house.ts"

export interface Knock {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Uint8Array
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly text: string
}

/** A request by hand, from no browser: any host, any header, any body. Redirects are answers. `address`: host and path. */
export function knock(house: OpenHouse, address: string, { method, headers = {}, form, body }: Knock = {}): Promise<Answer> {
  const url = new URL(address)
  const sent = form ? formOf(form) : body
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        // Names under localhost are known to browsers, not to every machine.
        ...{ host: "127.0.0.1", port: house.port, path: url.pathname + url.search },
        method: method ?? (sent === undefined ? "GET" : "POST"),
        headers: {
          host: url.host,
          ...(form ? { "content-type": "application/x-www-form-urlencoded" } : {}),
          ...(sent === undefined ? {} : { "content-length": String(Buffer.byteLength(sent)) }),
          ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on("data", (chunk: Buffer) => chunks.push(chunk))
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
        )
        answer.on("error", reject)
      },
    )
    asked.on("error", reject)
    asked.end(sent)
  })
}

function formOf(fields: NonNullable<Knock["form"]>): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))
  return new URLSearchParams(pairs).toString()
}
