import { endChildren } from "./child-run.ts"

type Close = () => Promise<void> | void

/** What a command has opened so far; closed in reverse, once, whether it ends by itself or is called off. */
export interface Opened {
  add(close: Close): void
  closeAll(): Promise<void>
  isCalledOff(): boolean
}

/** Ctrl-C, a signal, or the end of the npm that started us: closes everything and exits with `code`. */
export function openedUntilCalledOff(code: number): Opened {
  const open: Close[] = []
  let calledOff = false
  let closing: Promise<void> | undefined

  const closeAll = () => {
    closing ??= (async () => {
      endChildren()
      for (let close = open.pop(); close !== undefined; close = open.pop()) await close()
    })()
    return closing
  }
  const callOff = () => {
    if (!calledOff) process.stdout.write("\nClosing …\n")
    calledOff = true
    void closeAll().then(() => process.exit(code))
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, callOff)
  // npm passes a signal on to the shell between us, which dies of it and tells nobody.
  const parent = process.ppid
  if (process.env["npm_lifecycle_event"] !== undefined) setInterval(() => process.ppid !== parent && callOff(), 500).unref()

  return {
    add(close) {
      // Opened while everything else was being closed: close it, too.
      if (closing === undefined) open.push(close)
      else closing = closing.then(close)
    },
    closeAll,
    isCalledOff: () => calledOff,
  }
}
