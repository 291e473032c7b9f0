/** A statement as PostgreSQL logged it. */
export interface Statement {
  /** The name of the connection's program. */
  readonly program: string
  readonly session: number
  readonly database: string
  readonly text: string
  /** As text, which is how drivers send them; null is null. */
  readonly values: readonly (string | null)[]
}

const head = /^<([^|>]*)\|(\d+)\|([^|>]*)> (LOG|DETAIL): {2}(.*)$/s

/** Reads a log that was written with the prefix `<%a|%p|%d> `. Lines that belong to the line before begin with a tab. */
export function readStatements(log: string): Statement[] {
  const statements: Statement[] = []
  for (const entry of log.split(/\n(?!\t)/)) {
    const [, program = "", session = "", database = "", kind, said = ""] = head.exec(entry.replaceAll("\n\t", "\n")) ?? []
    const text = /^(?:statement|execute [^:]*): (.*)$/s.exec(said)?.[1]
    if (kind === "LOG" && text !== undefined) statements.push({ program, session: Number(session), database, text, values: [] })
    if (kind === "DETAIL") addValues(statements, Number(session), said)
  }
  return statements
}

function addValues(statements: Statement[], session: number, said: string): void {
  const place = statements.findLastIndex((statement) => statement.session === session)
  const statement = statements[place]
  if (statement) statements[place] = { ...statement, values: readValues(said) }
}

/** `Parameters: $1 = 'it''s', $2 = NULL` */
function readValues(said: string): (string | null)[] {
  return [...said.matchAll(/\$\d+ = (NULL|'((?:[^']|'')*)')/g)].map(([, whole, quoted = ""]) =>
    whole === "NULL" ? null : quoted.replaceAll("''", "'"),
  )
}

/** What only frames a transaction is sent along with what is inside, and costs no round trip of its own. */
export function isFrame({ text }: Statement): boolean {
  return /^\s*(BEGIN|COMMIT|ROLLBACK|SELECT set_config\()/i.test(text)
}
