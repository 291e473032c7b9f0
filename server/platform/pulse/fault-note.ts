/** A fault as an admin may read it: where to look in the log, and nothing of a person. */
export interface FaultNote {
  /** The request's, or the event's that the job was for: what the log is searched by. */
  readonly reference: string
  readonly source: "page" | "job"
  /** The site or the job's name. */
  readonly place: string
  readonly message: string
}

const most = 160

/**
 * The first line of an error's message without what could name somebody: what stands in quotes or brackets, addresses of any kind, ids,
 * tokens and longer numbers become "…". The whole message is in the log.
 */
export function blandMessage(error: unknown): string {
  const { name, text } = told(error)
  const bland = (text.split("\n", 1)[0] ?? "")
    .replace(/[\w.+-]*@[\w.-]*/g, "…")
    .replace(/\w+:\/\/\S+/g, "…")
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|„[^“”]*[“”]|«[^»]*»/g, "…")
    .replace(/\([^)]*\)|\[[^\]]*\]|\{[^}]*\}/g, "…")
    .replace(/[:=]\s.*$/, (rest) => (/^[:=]\s[\p{Ll}\s,;-]{3,}$/u.test(rest) ? rest : `${rest[0]} …`))
    .replace(/\S*[\d_]\S*/g, "…")
    .replace(/…(\s*…)+/g, "…")
    .trim()
  return `${name}: ${bland}`.slice(0, most)
}

function told(error: unknown): { name: string; text: string } {
  if (!(error instanceof Error)) return { name: "Error", text: "" }
  const code = "code" in error && typeof error.code === "string" && /^[A-Z][A-Z0-9_]{1,20}$|^[0-9A-Z]{5}$/.test(error.code)
  return { name: code ? `${error.name} ${String(error.code)}` : error.name, text: error.message }
}
