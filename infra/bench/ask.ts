import { request } from "node:http"

export interface Answered {
  readonly status: number
  readonly headers: [string, string][]
  /** As it came: compressed, if it was. */
  readonly body: Buffer
}

/** Asks by loopback, whatever the host's name is said to be. */
export function ask(port: number, host: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const call = request({ port, host: "127.0.0.1", path, headers: { Host: host, ...headers }, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on("data", (chunk: Buffer) => chunks.push(chunk))
      answer.once("error", reject)
      answer.once("end", () => {
        const raw = answer.rawHeaders
        const pairs = raw.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, raw[at + 1] ?? ""]] : []))
        resolve({ status: answer.statusCode ?? 0, headers: pairs, body: Buffer.concat(chunks) })
      })
    })
    call.once("error", reject).end()
  })
}

/** What the answer's own server puts on by itself. */
export function contentHeaders(headers: readonly [string, string][]): [string, string][] {
  return headers.filter(([name]) => !/^(date|connection|keep-alive|content-length|transfer-encoding)$/i.test(name))
}
