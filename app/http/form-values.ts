/** What was typed, flat, by field name. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

type Leaf = string | File

interface Branch {
  readonly leaves: Leaf[]
  readonly children: Map<string, Branch>
  isList: boolean
}

const mostFields = 1_000
const mostItems = 500
const deepest = 8
const secret = /password|secret|card|cvc/i
const forbidden: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"])

/** A form's fields as nested values (`a.b`, `a[0].b`, `a[]`), and flat for showing again. Names that fit no schema are left out. */
export function formValues(form: FormData): { readonly tree: unknown; readonly values: FormValues } {
  const root = newBranch()
  const values = new Map<string, string | string[]>()
  let fields = 0
  for (const [name, value] of form.entries()) {
    if (++fields > mostFields) throw new Response(null, { status: 413 })
    const path = pathOf(name)
    if (!path) continue
    if (typeof value === "string" && !secret.test(name)) values.set(name, together(values.get(name), value))
    place(root, path, value)
  }
  return { tree: plain(root) ?? {}, values: Object.fromEntries(values) }
}

/** The steps of a name: `a[0].b` is a, 0, b; an empty step asks for the next free place of a list. */
function pathOf(name: string): string[] | undefined {
  if (name.length > 200 || !/^[\w-]+(\.[\w-]+|\[\d{0,3}\])*$/.test(name)) return undefined
  const steps = [...name.matchAll(/\[(\d*)\]|[\w-]+/g)].map((match) => match[1] ?? match[0])
  const isHostile = steps.some((step) => forbidden.has(step) || (/^\d+$/.test(step) && Number(step) >= mostItems))
  return steps.length > deepest || isHostile ? undefined : steps
}

function place(root: Branch, path: readonly string[], value: Leaf): void {
  let branch = root
  for (const [index, step] of path.entries()) {
    if (step === "" && index === path.length - 1) {
      branch.isList = true
      break
    }
    const key = step === "" ? String(branch.children.size) : step
    const child = branch.children.get(key) ?? newBranch()
    branch.children.set(key, child)
    branch = child
  }
  if (!isEmpty(value)) branch.leaves.push(value)
}

function plain({ leaves, children, isList }: Branch): unknown {
  // A name that comes twice is a list, as check boxes send it.
  if (children.size === 0) return isList || leaves.length > 1 ? leaves : leaves[0]
  const keys = [...children.keys()]
  const entries = [...children].map(([key, child]) => [key, plain(child)] as const)
  if (!keys.every((key) => /^\d+$/.test(key))) return Object.fromEntries(entries)
  const list: unknown[] = Array.from({ length: Math.max(...keys.map(Number)) + 1 })
  for (const [key, value] of entries) list[Number(key)] = value
  return list
}

function newBranch(): Branch {
  return { leaves: [], children: new Map(), isList: false }
}

function together(held: string | string[] | undefined, value: string): string | string[] {
  return held === undefined ? value : [held, value].flat()
}

/** Browsers send an empty text for an untouched field and an empty file for no choice: both mean absent. */
function isEmpty(value: Leaf): boolean {
  return typeof value === "string" ? value.trim() === "" : value.size === 0
}
