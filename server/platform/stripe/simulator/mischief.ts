import type { RequestListener, ServerResponse } from "node:http"
import { z } from "zod"
import { ApiFault } from "./api-fault.ts"
import { sameSecret } from "./tokens.ts"
import { readBody, sendJson } from "./wire.ts"

const share = z.number().min(0).max(1)

/** What goes wrong between us and the provider: shares of all requests. */
export const mischiefSchema = z.strictObject({
  /** Done, and the answer lost. */
  lostReplies: share.default(0),
  /** Not done: 429. */
  tooMany: share.default(0),
  /** Not done: 500 without a key being used up. */
  broken: share.default(0),
  /** Nobody there until then, in Unix milliseconds. */
  awayUntil: z.number().default(0),
})
export type Mischief = z.output<typeof mischiefSchema>

export const noMischief: Mischief = { lostReplies: 0, tooMany: 0, broken: 0, awayUntil: 0 }

export interface Mischievous {
  readonly listener: RequestListener
  set(mischief: Mischief): void
}

/** Stands before an API and lets go wrong what can, as asked for in this process or, with the secret key, at `POST /control`. */
export function mischievous(secretKey: string, listener: RequestListener, random: () => number = Math.random): Mischievous {
  let now = noMischief
  const set = (mischief: Mischief) => {
    now = mischief
  }
  return {
    set,
    listener: (request, response) => {
      if (request.url === "/control" && request.method === "POST") {
        const isOurs = sameSecret((request.headers.authorization ?? "").replace(/^Bearer /, ""), secretKey)
        if (!isOurs)
          return sendJson(response, 401, { error: { type: "invalid_request_error", message: "The secret key, please." } })
        return void takeOrder(readBody(request), response, set)
      }
      if (now.awayUntil > Date.now()) return void request.socket.destroy()
      const luck = random()
      if (luck < now.tooMany) return sendJson(response, 429, fault("rate_limit", "Too many requests."))
      if (luck < now.tooMany + now.broken) return sendJson(response, 500, fault("api_error", "Something went wrong."))
      if (luck < now.tooMany + now.broken + now.lostReplies) loseReply(response)
      listener(request, response)
    },
  }
}

const fault = (code: string, message: string) => ({ error: { type: "api_error", code, message } })

async function takeOrder(body: Promise<string>, response: ServerResponse, set: (mischief: Mischief) => void): Promise<void> {
  try {
    const wanted = mischiefSchema.safeParse(JSON.parse(await body))
    if (!wanted.success)
      return sendJson(response, 400, { error: { type: "invalid_request_error", message: wanted.error.message } })
    set(wanted.data)
    sendJson(response, 200, wanted.data)
  } catch (error) {
    const status = error instanceof ApiFault ? error.status : 400
    sendJson(response, status, { error: { type: "invalid_request_error", message: "JSON, please." } })
  }
}

/** The work is done and on disk; then the line is cut. */
function loseReply(response: ServerResponse): void {
  response.end = () => {
    response.socket?.destroy()
    return response
  }
}
