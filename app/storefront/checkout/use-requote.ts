import { useFetcher } from "@remix-run/react"
import type { FormEvent } from "react"
import type { Quote } from "#server/domain/pricing/index.ts"
import type { loader } from "./checkout.tsx"

const decisive: ReadonlySet<string> = new Set(["address.country", "address.region", "shippingMethodId"])

/** Asks for the price again whenever something changes that it depends on. Only that is sent, never the person. */
export function useRequote(known: Quote) {
  const fetcher = useFetcher<typeof loader>()
  return { quote: fetcher.data?.quote ?? known, isLoading: fetcher.state !== "idle", ask }

  function ask(event: FormEvent<HTMLFormElement>): void {
    const { target } = event
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !decisive.has(target.name)) return
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? "")
    // A region of the country before belongs to no country after.
    const region = target.name === "address.country" ? "" : text("address.region")
    const wish = new URLSearchParams({ country: text("address.country"), region, shipping: text("shippingMethodId") })
    fetcher.load(`/checkout?${wish}`)
  }
}
