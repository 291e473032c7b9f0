import { constants, crc32, deflateRawSync } from "node:zlib"

/**
 * Gzip of a page whose nonce is still open. Each piece between two nonces is compressed once, to a byte boundary; a nonce goes in as a
 * stored block (RFC 1951, 3.2.4), so that filling it in costs a copy and a checksum.
 */
export interface CompressedPage {
  readonly chunks: readonly Buffer[]
  readonly bytes: number
}

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
const lastBlock = Buffer.from([0x03, 0x00])
const windowSize = 32_768

export function compressPage(pieces: readonly Buffer[], nonceLength: number): CompressedPage {
  // A byte that no UTF-8 text contains: nothing can be found to repeat a nonce, whose final value is not known yet.
  const hole = Buffer.alloc(nonceLength, 0xff)
  let before: Buffer = Buffer.alloc(0)
  const chunks = pieces.map((piece) => {
    const chunk = deflateRawSync(piece, {
      level: 4,
      finishFlush: constants.Z_SYNC_FLUSH,
      ...(before.length > 0 ? { dictionary: before } : {}),
    })
    before = Buffer.concat([before, piece, hole]).subarray(-windowSize)
    return chunk
  })
  return { chunks, bytes: chunks.reduce((sum, chunk) => sum + chunk.length, 0) }
}

export function compressedBody(pieces: readonly Buffer[], { chunks }: CompressedPage, nonce: string): Buffer {
  const filling = Buffer.from(nonce)
  const block = storedBlock(filling)
  const parts: Buffer[] = [header]
  let sum = 0
  let size = 0
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) {
      parts.push(block)
      sum = crc32(filling, sum)
      size += filling.length
    }
    parts.push(chunks[index] ?? piece)
    // Of nothing, zlib answers the sum that it starts with.
    if (piece.length > 0) sum = crc32(piece, sum)
    size += piece.length
  }
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(sum, 0)
  trailer.writeUInt32LE(size >>> 0, 4)
  parts.push(lastBlock, trailer)
  return Buffer.concat(parts)
}

function storedBlock(content: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt16LE(content.length, 1)
  head.writeUInt16LE(0xffff ^ content.length, 3)
  return Buffer.concat([head, content])
}
