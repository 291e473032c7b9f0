import type { z } from "zod"
import type { Say, TextKey } from "#app/text/catalogue.ts"

type Issue = z.core.$ZodIssue

const plainKeys = [
  "field.missing",
  "field.email",
  "field.number",
  "field.whole",
  "field.choice",
  "field.price",
  "field.twice",
  "field.wrong",
] as const satisfies TextKey<"refusals">[]

/**
 * What is wrong with a field, in the reader's language; never zod's own words. A schema may give one of `plainKeys` as its message.
 * `given` is what came in at the issue's path.
 */
export function fieldMessage(issue: Issue, given: unknown, say: Say<"refusals">): string {
  const named = plainKeys.find((key) => key === issue.message)
  if (named) return say(named)
  if (given === undefined && issue.code !== "custom") return say("field.missing")
  switch (issue.code) {
    case "invalid_type":
      return say(issue.expected === "int" ? "field.whole" : issue.expected === "number" ? "field.number" : "field.wrong")
    case "too_small":
      return issue.origin === "string"
        ? say("field.short", { least: String(issue.minimum) })
        : say("field.least", { least: String(issue.minimum) })
    case "too_big":
      return issue.origin === "string"
        ? say("field.long", { most: String(issue.maximum) })
        : say("field.most", { most: String(issue.maximum) })
    case "invalid_format":
      return say(issue.format === "email" ? "field.email" : "field.wrong")
    case "invalid_value":
    case "invalid_union":
      return say("field.choice")
    default:
      return say("field.wrong")
  }
}
