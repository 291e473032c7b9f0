import { useFetchers, useNavigation } from "@remix-run/react"
import { createContext, type ReactNode, useContext, useEffect, useState } from "react"
import { useStream } from "#app/live/live-context.ts"

/** What is true of this visitor alone. Pages are the same for every stranger; this comes after them. */
export interface Personal {
  readonly cartCount: number
  readonly customerName: string | null
  readonly customerEmail: string | null
}

const stranger: Personal = { cartCount: 0, customerName: null, customerEmail: null }
const PersonalContext = createContext<Personal>(stranger)

/** Asks after hydration, after every action, and when another window has changed the cart. Not a loader's business: when it cannot be had, the page stands all the same. */
export function PersonalProvider({ children }: { children: ReactNode }) {
  const [personal, setPersonal] = useState(stranger)
  const [news, setNews] = useState(0)
  const [isKnown, setKnown] = useState(false)
  const acting = useActing()
  // The first answer brings the cookie by which the visitor's windows know each other.
  useStream(isKnown ? { topic: "cart" } : undefined, () => setNews((count) => count + 1))
  // biome-ignore lint/correctness/useExhaustiveDependencies: news are a reason to ask again
  useEffect(() => {
    if (acting) return undefined
    const leaving = new AbortController()
    askForMe(leaving.signal).then(
      (told) => {
        setPersonal(told)
        setKnown(true)
      },
      () => undefined,
    )
    return () => leaving.abort()
  }, [acting, news])
  return <PersonalContext.Provider value={personal}>{children}</PersonalContext.Provider>
}

export function usePersonal(): Personal {
  return useContext(PersonalContext)
}

function useActing(): boolean {
  const { formMethod } = useNavigation()
  const fetchers = useFetchers()
  return isChange(formMethod) || fetchers.some((fetcher) => isChange(fetcher.formMethod))
}

const isChange = (method: string | undefined): boolean => method !== undefined && method !== "GET"

async function askForMe(signal: AbortSignal): Promise<Personal> {
  const answer = await fetch("/me", { signal, headers: { Accept: "application/json" } })
  if (!answer.ok) throw new Error(`/me answered ${answer.status}`)
  return answer.json()
}
