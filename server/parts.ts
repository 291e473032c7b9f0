import type { Log } from "#server/platform/log.ts"

type Close = () => Promise<void> | void

/** What is open, in the order of opening; closed in reverse. */
export interface Parts {
  opened(name: string, close: Close): void
  /** Once, however many ask. One part that will not close does not keep the others open. */
  close(): Promise<void>
}

export function createParts(log: Log): Parts {
  const open: { readonly name: string; readonly close: Close }[] = []
  let closing: Promise<void> | undefined
  const closeAll = async () => {
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      try {
        await part.close()
        log.debug({ part: part.name }, "closed")
      } catch (error) {
        log.error({ part: part.name, err: error }, "could not close")
      }
    }
  }
  return {
    opened: (name, close) => void open.push({ name, close }),
    close: () => (closing ??= closeAll()),
  }
}
