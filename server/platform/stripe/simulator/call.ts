import type { Draft } from "./draft.ts"
import type { FormGroup } from "./form.ts"
import type { Reply } from "./records.ts"
import type { Store } from "./store.ts"

/** One request, understood and authenticated. Browsers come with the publishable key and prove themselves by client secret. */
export interface Call {
  readonly draft: Draft
  readonly store: Store
  readonly id: string
  readonly params: FormGroup
  /** The connected account in whose name the request is made. */
  readonly account: string | undefined
  readonly realm: "secret" | "publishable"
  /** Unix seconds. */
  readonly now: number
  /** Where browsers reach the simulator. */
  readonly origin: string
}

/** Synchronous on purpose: requests are carried out one after another, so that no two can charge the same intent. */
export type Handler = (call: Call) => Reply
