import type { FieldErrors } from "#app/http/read-form.ts"
import { Notice } from "#app/ui/notice.tsx"

/** What is wrong with a form as a whole. `besides`: fields without a place of their own on the page. */
export function FormProblem({ errors, besides = [] }: { errors: FieldErrors | undefined; besides?: readonly string[] }) {
  const problem = ["", ...besides].map((field) => errors?.[field]).find((text) => text !== undefined)
  return problem === undefined ? null : <Notice tone="danger" title={problem} live />
}
