import { z } from "zod"

/** Parameters as they come in a form: everything is text, and an absent one is told apart from a bad one. */
export const text = (most = 5_000) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? "missing" : "must be a string") })
    .max(most, `at most ${most} characters`)

export const integer = z
  .string({ error: (issue) => (issue.input === undefined ? "missing" : "must be an integer") })
  .regex(/^-?\d{1,15}$/, "must be an integer")
  .transform(Number)

export const flag = z.enum(["true", "false"]).transform((value) => value === "true")

/** An empty value removes the key, as Stripe does. */
export const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((pairs) => Object.keys(pairs).length <= 50, "at most 50 keys")

export const expand = z.array(z.string()).optional()

export const emailAddress = text(512).regex(/^[^@\s]+@[^@\s]+$/, "not an email address")

/** `limit`, `starting_after`, `ending_before`, in every list. */
export const listing = {
  limit: integer.pipe(z.number().min(1, "at least 1").max(100, "at most 100")).default(10),
  starting_after: text(80).optional(),
  expand,
}

export function mergedMetadata(
  before: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== ""))
}
