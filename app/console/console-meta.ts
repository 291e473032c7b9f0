import type { MetaArgs, MetaDescriptor } from "@remix-run/react"
import type { TextKey } from "#app/text/catalogue.ts"
import { textsIn } from "#app/text/texts.ts"
import { isLanguage } from "#server/kernel/languages.ts"

type Matches = MetaArgs["matches"]

/** A page's title, with the shop that it is about; none of them is for search engines. */
export function consoleMeta(matches: Matches, key: TextKey<"console"> & `title.${string}`, subject?: string): MetaDescriptor[] {
  const language = textOf(matches, "root", "language")
  const say = textsIn(isLanguage(language) ? language : "en").say("console")
  const shop = textOf(matches, "console/shop/layout", "name")
  const title = [subject, say(key), typeof shop === "string" ? shop : "", "Rialto"].filter(Boolean).join(" · ")
  return [{ title }, { name: "description", content: say("description") }, { name: "robots", content: "noindex" }]
}

function textOf(matches: Matches, id: string, name: string): unknown {
  const facts: unknown = matches.find((match) => match.id === id)?.data
  return typeof facts === "object" && facts !== null ? Reflect.get(facts, name) : undefined
}
