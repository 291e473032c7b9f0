import type { ActionFunctionArgs } from "@remix-run/node"
import { z } from "zod"
import { days } from "#server/kernel/clock.ts"
import { languages } from "#server/kernel/languages.ts"
import { readForm } from "./read-form.ts"
import { redirectTo } from "./redirect-to.ts"

const choice = z.object({ language: z.enum(languages), returnTo: z.string().max(2_000).default("/") })

export const loader = () => redirectTo("/")

/** Remembers in which language this browser reads, and goes back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readForm({ request, context }, choice)
  if (!sent.ok) return redirectTo("/")
  const year = context.platform.clock.now().getTime() + days(365)
  context.cookies.set("language", sent.value.language, new Date(year))
  return redirectTo(sent.value.returnTo)
}
