/** A decoded `a[b][0]=c` body: text, lists and groups. Groups have no prototype, so no key is special. */
export type FormValue = string | FormValue[] | FormGroup
export interface FormGroup {
  [key: string]: FormValue
}

const mostFields = 500
const deepest = 6

/** @throws RangeError for a body that no client of ours would send. */
export function decodeForm(text: string): FormGroup {
  const root = newGroup()
  let fields = 0
  for (const [name, value] of new URLSearchParams(text)) {
    if (++fields > mostFields) throw new RangeError("too many parameters")
    place(root, pathOf(name), value)
  }
  return withLists(root)
}

function newGroup(): FormGroup {
  const group: FormGroup = Object.create(null)
  return group
}

function pathOf(name: string): string[] {
  const steps = name.split("[").map((step, index) => (index === 0 ? step : step.replace(/\]$/, "")))
  if (steps.length > deepest) throw new RangeError(`too deep: ${name.slice(0, 60)}`)
  return steps
}

function place(root: FormGroup, steps: readonly string[], value: string): void {
  let group = root
  for (const [index, raw] of steps.entries()) {
    const step = raw === "" ? String(Object.keys(group).length) : raw
    if (index === steps.length - 1) {
      group[step] = value
      return
    }
    const inner = group[step]
    const next = typeof inner === "object" && !Array.isArray(inner) ? inner : newGroup()
    group[step] = next
    group = next
  }
}

function withLists(group: FormGroup): FormGroup {
  for (const [key, value] of Object.entries(group)) {
    if (typeof value !== "object" || Array.isArray(value)) continue
    const inner = withLists(value)
    const isList = Object.keys(inner).every((step, index) => step === String(index))
    group[key] = isList ? Object.values(inner) : inner
  }
  return group
}
