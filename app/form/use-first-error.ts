import { useEffect, useRef } from "react"

/** Brings the focus to the first field that is marked as wrong, each time an answer with errors comes. */
export function useFirstError<T extends HTMLElement>(answer: unknown) {
  const form = useRef<T>(null)
  useEffect(() => {
    if (answer)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]:not(fieldset), fieldset[aria-invalid=true] input")?.focus()
  }, [answer])
  return form
}
