import { createHash } from "node:crypto"
import { type CompressedPage, compressPage } from "./compressed-page.ts"

export type PageHeaders = Readonly<Record<string, string>>

/** A page as it is kept: cut where a nonce goes. */
export interface StoredPage {
  readonly status: number
  readonly headers: PageHeaders
  readonly pieces: readonly Buffer[]
  /** Worked out when it is asked for first: many pages are answered only once before an event drops them. */
  readonly compressed: CompressedPage
  readonly etag: string
  readonly surrogates: readonly string[]
  readonly bytes: number
}

export interface RenderedPage {
  readonly status: number
  readonly headers: PageHeaders
  readonly body: string
  readonly surrogates: readonly string[]
}

/** A page and its compressed self, at most, as a multiple of the page. */
const compressedShare = 1.4

export function storedPage({ body, ...page }: RenderedPage, placeholder: string): StoredPage {
  const pieces = body.split(placeholder).map((piece) => Buffer.from(piece))
  let compressed: CompressedPage | undefined
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0)
  // Weak: two answers differ by their nonces.
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`
  return {
    ...{ ...page, pieces, etag, bytes: Math.ceil(size * compressedShare) + 1_024 },
    get compressed() {
      compressed ??= compressPage(pieces, placeholder.length)
      return compressed
    },
  }
}

export function plainBody({ pieces }: StoredPage, nonce: string): Buffer {
  const [first, ...rest] = pieces
  if (rest.length === 0) return first ?? Buffer.alloc(0)
  const filling = Buffer.from(nonce)
  return Buffer.concat([first ?? filling, ...rest.flatMap((piece) => [filling, piece])])
}
