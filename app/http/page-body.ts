import { PassThrough, Writable } from "node:stream"
import { createReadableStreamFromReadable } from "@remix-run/node"
import type { ReactNode } from "react"
import { renderToPipeableStream } from "react-dom/server"

export interface PageWish {
  readonly nonce: string
  /** Never in parts: for the page store, and for readers that run no scripts. */
  readonly isWhole: boolean
  /** What is not there by then stays away. */
  readonly patienceMs: number
  onError(error: unknown): void
}

/** Nearly every page is all there at once, and cheaper to send as one piece; one that waits for something is sent as it comes. */
const shellPatienceMs = 20

/** Renders a page. Rejects when not even its frame could be rendered. */
export function renderPage(page: ReactNode, { nonce, isWhole, patienceMs, onError }: PageWish): Promise<BodyInit> {
  return new Promise((resolve, reject) => {
    let isSent = false
    let patience: NodeJS.Timeout | undefined
    const sendAsItComes = () => {
      isSent = true
      const body = new PassThrough()
      resolve(createReadableStreamFromReadable(body))
      stream.pipe(body)
    }
    const sendWhole = () => {
      clearTimeout(patience)
      // It holds on to the whole page.
      clearTimeout(giveUp)
      if (!isSent) stream.pipe(createSink(resolve))
    }
    const stream = renderToPipeableStream(page, {
      nonce,
      onShellReady() {
        if (!isWhole) patience = setTimeout(sendAsItComes, shellPatienceMs)
      },
      onAllReady: sendWhole,
      onShellError: reject,
      onError,
    })
    const giveUp = setTimeout(() => stream.abort(), patienceMs).unref()
  })
}

function createSink(end: (whole: Buffer<ArrayBuffer>) => void): Writable {
  const chunks: Uint8Array[] = []
  return new Writable({
    // React hands out a new piece of memory for each: none is written to again.
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk)
      done()
    },
    final(done) {
      end(Buffer.concat(chunks))
      done()
    },
    highWaterMark: 16 * 1024 * 1024,
    // Told of a close, React would give up a page that it has finished.
    emitClose: false,
  })
}
