import type { LoadContext } from "#server/http/context/load-context.ts"
import type { Language } from "#server/kernel/languages.ts"
import { textsIn } from "#app/text/texts.ts"
import { isRefusal, type Refusal } from "#server/messages/refusals.ts"
import { refusalStatus } from "./refusal-status.ts"
import { refusalText } from "./refusal-text.ts"

export interface Answer {
  readonly status: number
  readonly message: string
  readonly code: string
}

/** A no as a person reads it, in their language. */
export function answer(refusal: Refusal, language: Language): Answer {
  return {
    status: refusalStatus[refusal.code],
    message: refusalText(refusal, textsIn(language).say("refusals")),
    code: refusal.code,
  }
}

export type Tried<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Answer }

/** What `run` answers, or the business's no. Everything else goes on to the guard. */
export async function orRefusal<T>(
  context: Pick<LoadContext, "language" | "countRefusal">,
  run: () => Promise<T>,
): Promise<Tried<T>> {
  try {
    return { ok: true, value: await run() }
  } catch (error) {
    if (!isRefusal(error)) throw error
    context.countRefusal()
    return { ok: false, refusal: answer(error, context.language) }
  }
}
