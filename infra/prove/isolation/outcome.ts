import { Breach } from "./look.ts"
import { nowhere, strangerIn } from "./marks.ts"

export type Outcome = { readonly value: unknown } | { readonly error: string }

/** What came of it, in words in which the names of keys and lines of code make no difference. */
export async function outcomeOf(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { value: await run() }
  } catch (error) {
    if (error instanceof Breach) throw error
    return { error: wordsOf(error) }
  }
}

export function wordsOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error)
  const seen: string[] = []
  for (const name of ["name", "code", "message", "detail", "constraint", "meta"]) {
    const part: unknown = Reflect.get(error, name)
    if (part !== undefined && part !== "") seen.push(typeof part === "string" ? lastLine(part) : JSON.stringify(part, plain))
  }
  return seen.join(" | ")
}

const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value)
const lastLine = (text: string) => text.trim().split("\n").at(-1)?.trim() ?? ""

/** @throws Breach when an error speaks of another tenant than the one who asked, in other words than its own question. */
export function lookAtError(outcome: Outcome, tenant: number, asked: string): void {
  if (!("error" in outcome)) return
  const stranger = strangerIn(outcome.error.replaceAll(asked, ""), tenant)
  if (stranger !== undefined) throw new Breach(`an error tells tenant ${tenant} of tenant ${stranger}: ${outcome.error}`)
}

/** @throws Breach when asking for another's row ends otherwise than asking for one that is nowhere. */
export async function requireAlike(what: string, foreignKey: string, attempt: (key: string) => Promise<unknown>): Promise<void> {
  const [foreign, none] = [await outcomeOf(() => attempt(foreignKey)), await outcomeOf(() => attempt(nowhere))]
  const told = (outcome: Outcome, key: string) => {
    const text = "error" in outcome ? `error ${outcome.error}` : `value ${JSON.stringify(outcome.value, plain)}`
    return text.replaceAll(key, "KEY").replace(/\b\d{3,}\b/g, "N")
  }
  const [one, other] = [told(foreign, foreignKey), told(none, nowhere)]
  if (one !== other) throw new Breach(`${what} tells that the row is there: ${one} ≠ ${other}`)
}

/** @throws Breach when it is not refused. */
export async function requireRefusal(what: string, run: () => Promise<unknown>, because: RegExp): Promise<void> {
  const outcome = await outcomeOf(run)
  if (!("error" in outcome)) throw new Breach(`${what} was not refused`)
  if (!because.test(outcome.error)) throw new Breach(`${what} was refused for another reason: ${outcome.error}`)
}
