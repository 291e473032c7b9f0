import { type FetcherWithComponents, useFetcher } from "@remix-run/react"

/**
 * A form whose answer stays. A navigation's is forgotten when the page loads itself again because something happened in the shop, and
 * what was just sent is such a thing.
 */
export interface SteadyForm {
  readonly Form: FetcherWithComponents<unknown>["Form"]
  /** The button that is being answered. */
  readonly doing: string | undefined
}

export function useSteadyForm<A>() {
  const { Form, data, state, formData } = useFetcher<A>()
  const doing = state === "idle" ? undefined : String(formData?.get("do") ?? "")
  return { form: { Form, doing } satisfies SteadyForm, said: data }
}
