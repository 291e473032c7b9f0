import { ApiFault } from "./api-fault.ts"
import type { FormGroup } from "./form.ts"
import type { AnswerRecord, Look, Reply } from "./records.ts"
import { digest } from "./tokens.ts"

const keptSeconds = 24 * 3600

/** What a key stands for: the same key may only come with the same call. */
export function fingerprintOf(realm: string, method: string, path: string, params: FormGroup): string {
  return digest(`${realm} ${method} ${path} ${JSON.stringify(params, sortedKeys)}`).toString("base64")
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The answer that this key already got. @throws ApiFault when it was for another call. */
export function storedAnswer(look: Look, key: string, fingerprint: string, now: number): Reply | undefined {
  const known = look.get("answer", key)
  if (!known || known.at < now - keptSeconds) return undefined
  if (known.fingerprint === fingerprint) return known.reply
  throw new ApiFault(400, {
    type: "idempotency_error",
    message:
      "Keys for idempotent requests can only be used with the same parameters they were first used with. " +
      `Try using a key other than '${key}' if you meant to execute a different request.`,
  })
}

export function answerUnder(key: string, fingerprint: string, now: number, reply: Reply): AnswerRecord {
  return { id: key, fingerprint, at: now, reply }
}

export function checkedKey(header: string | string[] | undefined): string | null {
  const key = Array.isArray(header) ? header[0] : header
  if (key === undefined || key === "") return null
  if (key.length > 255)
    throw new ApiFault(400, { type: "invalid_request_error", message: "Idempotency keys are at most 255 characters." })
  return key
}
