import { type RefObject, useEffect, useRef } from "react"

/** Leads to the first field that is wrong, whenever a form comes back with errors. */
export function useErrorFocus<E extends HTMLElement>(errors: unknown): RefObject<E> {
  const form = useRef<E>(null)
  useEffect(() => {
    if (errors) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus()
  }, [errors])
  return form
}
