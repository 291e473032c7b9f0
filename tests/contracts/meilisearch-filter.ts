/** Whether a document passes filters of the few forms that our adapter writes. @throws Error for any other form */
export function isAdmitted(
  document: Readonly<Record<string, unknown>>,
  filters: readonly string[],
  filterable: readonly string[],
): boolean {
  const fieldOf = (name: string) => {
    if (!filterable.includes(name)) throw new Error(`${name} is not filterable`)
    return document[name]
  }
  return filters
    .flatMap((filter) => (/ IN \[/.test(filter) ? [filter] : filter.split(" AND ")))
    .every((filter) => {
      const listed = /^(NOT )?(\w+) IN \[(.*)\]$/s.exec(filter)
      if (listed) {
        const [, not, name = "", list = ""] = listed
        const values = stringsIn(list)
        const own = fieldOf(name)
        const isIn = (Array.isArray(own) ? own : [own]).some((value) => values.includes(String(value)))
        return not ? !isIn : isIn
      }
      const compared = /^(\w+) (=|!=|>=|<=) ("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false)$/s.exec(filter)
      if (!compared) throw new Error(`unreadable filter ${filter}`)
      const [, name = "", sign, text = ""] = compared
      const own = fieldOf(name)
      if (sign === "=") return String(own) === unquoted(text)
      if (sign === "!=") return String(own) !== unquoted(text)
      return sign === ">=" ? Number(own) >= Number(text) : Number(own) <= Number(text)
    })
}

function stringsIn(list: string): string[] {
  const rest = list.replace(/"(?:[^"\\]|\\.)*"/gs, "")
  if (!/^[\s,]*$/.test(rest)) throw new Error(`unreadable list ${list}`)
  return [...list.matchAll(/"(?:[^"\\]|\\.)*"/gs)].map(([text]) => unquoted(text))
}

const unquoted = (text: string) => (text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/gs, "$1") : text)
