import type { FormValues } from "#app/http/form-values.ts"

/** What was typed into a field, to be shown again; `otherwise` on a first visit. */
export function typed(values: FormValues | undefined, field: string, otherwise = ""): string {
  const value = values?.[field]
  return typeof value === "string" ? value : (value?.[0] ?? otherwise)
}
