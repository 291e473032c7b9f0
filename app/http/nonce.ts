import { createContext, useContext } from "react"

/** Browsers hide a nonce once the page has it, so the client renders none. */
export const NonceContext = createContext<string | undefined>(undefined)

export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
