import type { ActionFunctionArgs } from "@remix-run/node"
import { z } from "zod"
import { readForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { after, days } from "#server/kernel/clock.ts"
import { languages } from "#server/kernel/languages.ts"

const choice = z.object({ language: z.enum(languages), returnTo: z.string().optional() })

/** Remembers the reader's language on the sites that have no language of their own, and goes back to the page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm({ request, context }, choice)
  if (!form.ok) return redirectTo("/")
  context.cookies.set("language", form.value.language, after(context.platform.clock.now(), days(365)))
  return redirectTo(form.value.returnTo)
}

export const loader = () => redirectTo("/")
