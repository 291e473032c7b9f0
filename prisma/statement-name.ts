const names = new Map<string, string>()
let most = 400

/** Of a process that asks more different questions than the product does. */
export function nameStatements(upTo: number): void {
  most = upTo
}

/** A name for each distinct statement, so that the server plans it once; beyond the first few hundred the empty (unnamed) one. */
export function statementName(sql: string): string {
  const known = names.get(sql)
  if (known) return known
  if (names.size >= most) return ""
  const name = `s${names.size}`
  names.set(sql, name)
  return name
}
