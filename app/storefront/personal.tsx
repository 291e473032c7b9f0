import { useFetchers, useNavigation } from "@remix-run/react"
import { createContext, type ReactNode, useContext, useEffect, useState } from "react"

/** What is true of this visitor alone. Pages are the same for every stranger; this comes after them. */
export interface Personal {
  readonly cartCount: number
  readonly customerName: string | null
}

const stranger: Personal = { cartCount: 0, customerName: null }
const PersonalContext = createContext<Personal>(stranger)

/** Asks after hydration and after every action. Not a loader's business: when it cannot be had, the page stands all the same. */
export function PersonalProvider({ children }: { children: ReactNode }) {
  const [personal, setPersonal] = useState(stranger)
  const acting = useActing()
  useEffect(() => {
    if (acting) return undefined
    const leaving = new AbortController()
    askForMe(leaving.signal).then(setPersonal, () => undefined)
    return () => leaving.abort()
  }, [acting])
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
