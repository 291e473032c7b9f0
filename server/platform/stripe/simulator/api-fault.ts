import type { z } from "zod"

export interface ErrorBody {
  readonly type: "invalid_request_error" | "card_error" | "idempotency_error" | "api_error"
  readonly message: string
  readonly code?: string
  readonly param?: string
  readonly decline_code?: string
  readonly [more: string]: unknown
}

/** An answer in Stripe's error envelope; nothing of the request is kept. */
export class ApiFault extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
  ) {
    super(body.message)
  }
}

export function badRequest(message: string, code?: string, param?: string): ApiFault {
  const named = { ...(code === undefined ? {} : { code }), ...(param === undefined ? {} : { param }) }
  return new ApiFault(400, { type: "invalid_request_error", message, ...named, ...docUrl(code) })
}

export function noSuch(what: string, id: string, param = "id", status = 404): ApiFault {
  const message = `No such ${what}: '${id.slice(0, 80)}'`
  return new ApiFault(status, {
    type: "invalid_request_error",
    code: "resource_missing",
    message,
    param,
    ...docUrl("resource_missing"),
  })
}

export function badCard(code: string, message: string, param: string): ApiFault {
  return new ApiFault(402, { type: "card_error", code, message, param, ...docUrl(code) })
}

export function docUrl(code: string | undefined): { doc_url?: string } {
  return code === undefined ? {} : { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}` }
}

/** Reads parameters, or says what is wrong with the first in Stripe's words. */
export function readParams<T>(schema: z.ZodType<T>, params: unknown): T {
  const parsed = schema.safeParse(params)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const steps = [...(issue?.path ?? [])]
  if (issue?.code === "unrecognized_keys") {
    const param = bracketed([...steps, issue.keys[0] ?? ""])
    throw badRequest(`Received unknown parameter: ${param}`, "parameter_unknown", param)
  }
  const param = bracketed(steps)
  if (issue?.message === "missing") throw badRequest(`Missing required param: ${param}.`, "parameter_missing", param)
  throw badRequest(`Invalid ${param}: ${issue?.message ?? "not understood"}`, "parameter_invalid", param)
}

function bracketed(steps: readonly PropertyKey[]): string {
  return steps.map((step, index) => (index === 0 ? String(step) : `[${String(step)}]`)).join("")
}
