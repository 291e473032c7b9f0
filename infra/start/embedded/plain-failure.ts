/** A failure that a person can act on: its message is one clear sentence and is shown without a stack. */
export class PlainFailure extends Error {
  override readonly name = "PlainFailure"
}

/** Turns what the system says about files into a sentence; anything else stays as it is. */
export function plainly(error: unknown, folder: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined
  if (code === "EROFS") return new PlainFailure(`Rialto keeps its data in ${folder}, but that disk is read-only.`)
  if (code === "EACCES" || code === "EPERM") {
    return new PlainFailure(`Rialto keeps its data in ${folder}, but this user may not write there.`)
  }
  if (code === "ENOSPC") return new PlainFailure(`Rialto keeps its data in ${folder}, but that disk is full.`)
  return error
}
