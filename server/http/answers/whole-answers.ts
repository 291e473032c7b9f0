import { promisify } from "node:util"
import { gzip, gzipSync } from "node:zlib"
import type { Request, RequestHandler, Response } from "express"

const gzipped = promisify(gzip)
const options = { level: 4 }
/** Up to here, to hand it to another thread and back takes longer than to do it. */
const mostAtOnce = 128 * 1024

/** A smaller answer fits into the first packets of a connection either way. */
const worthwhileBytes = 8 * 1024
/** An answer that takes longer than this between its first word and its last is sent as it comes. */
const patienceMs = 50
const acceptsGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i
const isText = /^(text\/|application\/(json|manifest\+json|xml)|image\/svg)/i

/** Collects what a page writes piece by piece, and sends it as one piece of known length; compressed, where that is worth it. */
export function wholeAnswers(): RequestHandler {
  return (req, res, next) => {
    const write = res.write.bind(res)
    const end = res.end.bind(res)
    let chunks: Buffer[] | undefined = []
    let timer: NodeJS.Timeout | undefined

    const asItComes = () => {
      for (const chunk of chunks ?? []) write(chunk)
      chunks = undefined
    }
    Object.assign(res, {
      write(chunk: unknown, ...rest: unknown[]): boolean {
        if (!chunks || res.headersSent) return Reflect.apply(write, undefined, [chunk, ...rest])
        chunks.push(bytesOf(chunk))
        timer ??= setTimeout(asItComes, patienceMs)
        return true
      },
      end(...args: unknown[]): Response {
        clearTimeout(timer)
        const [chunk] = args
        if (!chunks || res.headersSent) return Reflect.apply(end, undefined, args)
        const last = chunk === undefined || chunk === null || typeof chunk === "function" ? [] : [bytesOf(chunk)]
        const whole = Buffer.concat([...chunks, ...last])
        chunks = undefined
        sendWhole(req, res, whole, end).catch(() => res.destroy())
        return res
      },
    })
    next()
  }
}

async function sendWhole(req: Request, res: Response, whole: Buffer, end: (body?: Buffer) => unknown): Promise<void> {
  if (whole.length === 0) return void end()
  const body = isWorthwhile(req, res, whole) ? await compressed(whole) : whole
  if (res.destroyed) return
  if (body !== whole) {
    res.setHeader("Content-Encoding", "gzip")
    res.vary("Accept-Encoding")
  }
  res.setHeader("Content-Length", body.length)
  end(body)
}

function compressed(whole: Buffer): Buffer | Promise<Buffer> {
  return whole.length <= mostAtOnce ? gzipSync(whole, options) : gzipped(whole, options)
}

function isWorthwhile(req: Request, res: Response, { length }: Buffer): boolean {
  if (length < worthwhileBytes || res.hasHeader("Content-Encoding") || req.method === "HEAD") return false
  return (
    isText.test(String(res.getHeader("Content-Type") ?? "")) && acceptsGzip.test(String(req.headers["accept-encoding"] ?? ""))
  )
}

function bytesOf(chunk: unknown): Buffer {
  if (typeof chunk === "string") return Buffer.from(chunk)
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  throw new TypeError("an answer is text or bytes")
}
