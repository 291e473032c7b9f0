import type { IncomingMessage } from "node:http"
import { ApiFault } from "./api-fault.ts"
import type { FormGroup } from "./form.ts"
import { sameSecret } from "./tokens.ts"

export interface Keys {
  readonly secretKey: string
  readonly publishableKey: string
}

/** Who calls: a server with the secret key in a header, or a browser with the publishable one, also as a parameter. */
export function realmOf(keys: Keys, request: IncomingMessage, params: FormGroup): "secret" | "publishable" {
  const key = headerKey(request.headers.authorization) ?? (typeof params.key === "string" ? params.key : undefined)
  if (key === undefined) throw unauthorized("You did not provide an API key.")
  if (sameSecret(key, keys.secretKey)) return "secret"
  if (sameSecret(key, keys.publishableKey)) return "publishable"
  throw unauthorized(`Invalid API Key provided: ${key.slice(0, 7)}***`)
}

function headerKey(header: string | undefined): string | undefined {
  const [scheme, value] = (header ?? "").split(" ")
  if (scheme?.toLowerCase() === "bearer") return value
  if (scheme?.toLowerCase() !== "basic") return undefined
  return Buffer.from(value ?? "", "base64")
    .toString("utf8")
    .split(":")[0]
}

export function secretKeyRequired(): ApiFault {
  return unauthorized("This API call cannot be made with a publishable API key. Please use a secret API key.")
}

function unauthorized(message: string): ApiFault {
  return new ApiFault(401, { type: "invalid_request_error", message })
}
