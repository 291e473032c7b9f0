import type { z } from "zod"
import { textsIn } from "#app/text/texts.ts"
import type { Language } from "#server/kernel/languages.ts"
import { fieldMessage } from "./field-message.ts"
import { formValues, type FormValues } from "./form-values.ts"
import { readBody } from "./read-body.ts"

export type FieldErrors = Readonly<Record<string, string>>

export interface WrongForm {
  readonly ok: false
  /** By field name as the form writes it (`lines[0].quantity`); what belongs to no field is under "". */
  readonly errors: FieldErrors
  /** What was typed, to be shown again; passwords and files are left out. */
  readonly values: FormValues
}

export type ReadForm<S extends z.ZodType> = { readonly ok: true; readonly value: z.output<S> } | WrongForm

export interface FormLimits {
  /** Bytes of the whole body; 64 KB unless a form with files says otherwise. */
  readonly most?: number
}

/**
 * Reads a submitted form by a schema. Field names: `email`, `address.city`, `lines[0].quantity`, `tags[]` (always an array).
 * Empty text counts as absent; numbers come as text: `wholeNumber`. Not `z.coerce.string()`, which reads absent as "undefined".
 * @throws a 413 or 400 response when the body is larger than `limits.most` or no form at all.
 */
export async function readForm<S extends z.ZodType>(
  { request, context }: { readonly request: Request; readonly context: { readonly language: Language } },
  schema: S,
  limits: FormLimits = {},
): Promise<ReadForm<S>> {
  const { tree, values } = formValues(await readBody(request, limits.most ?? 65_536))
  const parsed = await schema.safeParseAsync(tree)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, errors: errorsOf(parsed.error, tree, context.language), values }
}

/** The same shape for a no that the business said, put at a field or at the form ("" ). */
export function wrongForm(values: FormValues, message: string, field = ""): WrongForm {
  return { ok: false, errors: { [field]: message }, values }
}

function errorsOf(error: z.ZodError, tree: unknown, language: Language): FieldErrors {
  const say = textsIn(language).say("refusals")
  const errors = new Map<string, string>()
  for (const issue of error.issues) {
    const field = fieldName(issue.path)
    if (!errors.has(field)) errors.set(field, fieldMessage(issue, valueAt(tree, issue.path), say))
  }
  return Object.fromEntries(errors)
}

function valueAt(tree: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    tree,
  )
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, key) => (typeof key === "number" ? `${name}[${key}]` : name === "" ? String(key) : `${name}.${String(key)}`),
    "",
  )
}
