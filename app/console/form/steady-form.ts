import { type FetcherWithComponents, useFetcher, useLocation } from "@remix-run/react"
import { useId } from "react"

/**
 * A form whose answer stays. A navigation's is forgotten when the page loads itself again because something happened in the shop, and
 * what was just sent is such a thing.
 */
export interface SteadyForm {
  readonly Form: FetcherWithComponents<unknown>["Form"]
  /** The button that is being answered; empty when it has no name. */
  readonly doing: string | undefined
}

export function useSteadyForm<A>() {
  const { pathname, search } = useLocation()
  // What was said of one product is not said of the next.
  const { Form, data, state, formData } = useFetcher<A>({ key: `${useId()} ${pathname}${search}` })
  const doing = state === "idle" ? undefined : String(formData?.get("do") ?? "")
  return { form: { Form, doing } satisfies SteadyForm, said: data }
}
