const names = new Map<string, string>()
const most = 400

/** A name for each distinct statement, so that the server plans it once; beyond the first few hundred the empty (unnamed) one. */
export function statementName(sql: string): string {
  const known = names.get(sql)
  if (known) return known
  if (names.size >= most) return ""
  const name = `s${names.size}`
  names.set(sql, name)
  return name
}
