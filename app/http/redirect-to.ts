import { redirect } from "@remix-run/node"

/** Sends the browser on, inside this site only: a target that leads elsewhere becomes the start page. 303, so that a reload repeats nothing. */
export function redirectTo(target: string | null | undefined, fallback = "/"): Response {
  return redirect(localPath(target) ?? fallback, 303)
}

/** The target when it is a path of this site; browsers read `//host`, `/\host` and control characters as ways out. */
export function localPath(target: string | null | undefined): string | undefined {
  if (!target?.startsWith("/") || target.length > 2_000) return undefined
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/^\/[/\\]|[\u0000-\u001f\\]/.test(target)) return undefined
  const url = new URL(target, "http://here")
  return url.host === "here" && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : undefined
}
