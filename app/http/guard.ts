import { isRouteErrorResponse } from "@remix-run/react"
import { isRefusal } from "#server/messages/refusals.ts"
import type { LoadContext } from "#server/http/context/load-context.ts"
import { answer } from "./answer.ts"

/**
 * Stands around every loader and action: a refusal that nobody caught becomes its status and sentence, a fault is logged once
 * and becomes a reference. Nothing else of an error reaches a browser.
 */
export async function guard<T>(context: LoadContext, run: () => Promise<T> | T): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (isMeant(error)) throw error
    if (isRefusal(error)) {
      context.countRefusal()
      const { status, message, code } = answer(error, context.language)
      throw Response.json({ message, code }, { status })
    }
    const { status, reference } = context.report(error)
    throw Response.json({ reference }, { status, headers: status === 503 ? { "Retry-After": "5" } : {} })
  }
}

/** What a page throws on purpose: a response, or Remix's `data(…)`. */
function isMeant(error: unknown): boolean {
  if (error instanceof Response || isRouteErrorResponse(error)) return true
  return typeof error === "object" && error !== null && "type" in error && error.type === "DataWithResponseInit"
}
