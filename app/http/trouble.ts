import { isRouteErrorResponse } from "@remix-run/react"

export interface Trouble {
  readonly status: number
  /** Under which a fault was logged. */
  readonly reference?: string
  /** A refusal's sentence, already in the reader's language. */
  readonly message?: string
}

/** What an error boundary may say of an error. */
export function troubleOf(error: unknown): Trouble {
  if (!isRouteErrorResponse(error)) return { status: 500 }
  const { reference, message } = typeof error.data === "object" && error.data !== null ? error.data : {}
  return {
    status: error.status,
    ...(typeof reference === "string" ? { reference } : {}),
    ...(typeof message === "string" ? { message } : {}),
  }
}
