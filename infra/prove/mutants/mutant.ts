/** One mistake in the source, as somebody might make it. */
export interface CodeMutant {
  readonly name: string
  readonly file: string
  /** Stands in the file exactly once. */
  readonly from: string
  readonly to: string
  /** Who should notice. */
  readonly tests: readonly string[]
}

/** One mistake in the database, and how to take back what is not the database's own. */
export interface SqlMutant {
  readonly name: string
  readonly sql: string
  readonly undo?: string
}
