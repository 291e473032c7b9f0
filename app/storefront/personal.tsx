import { useFetcher } from "@remix-run/react"
import { createContext, type ReactNode, useContext, useEffect } from "react"
import type { loader as loadMe } from "./me.ts"

/** What is true of this visitor alone. Pages are the same for every stranger; this comes after them. */
export interface Personal {
  readonly cartCount: number
  readonly customerName: string | null
}

const stranger: Personal = { cartCount: 0, customerName: null }
const PersonalContext = createContext<Personal>(stranger)

/** Asks once after hydration; every action of the page asks again. */
export function PersonalProvider({ children }: { children: ReactNode }) {
  const { data, load, state } = useFetcher<typeof loadMe>()
  const asked = data !== undefined || state !== "idle"
  useEffect(() => {
    if (!asked) load("/me")
  }, [asked, load])
  return <PersonalContext.Provider value={data ?? stranger}>{children}</PersonalContext.Provider>
}

export function usePersonal(): Personal {
  return useContext(PersonalContext)
}
