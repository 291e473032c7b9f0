import http from "node:http"
import https from "node:https"

const patienceMs = 10_000

export interface Poster {
  /** Answers whether the receiver took it (2xx). Never rejects. */
  post(payload: string, signature: string): Promise<boolean>
  close(): void
}

export function createPoster(address: string): Poster {
  const url = new URL(address)
  const secure = url.protocol === "https:"
  const agent = new (secure ? https : http).Agent({ keepAlive: true, maxSockets: 16 })
  const send = secure ? https.request : http.request
  return {
    post: (payload, signature) =>
      new Promise((resolve) => {
        const headers = {
          "content-type": "application/json; charset=utf-8",
          "content-length": Buffer.byteLength(payload),
          "stripe-signature": signature,
          "user-agent": "Stripe/1.0 (simulator)",
        }
        const request = send(url, { method: "POST", agent, headers, timeout: patienceMs })
        request.on("response", (response) => {
          response.on("error", () => resolve(false))
          response.on("end", () => resolve(isSuccess(response.statusCode)))
          response.resume()
        })
        request.on("timeout", () => request.destroy(new Error("no answer in time")))
        request.on("error", () => resolve(false))
        request.end(payload)
      }),
    close: () => agent.destroy(),
  }
}

function isSuccess(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300
}
