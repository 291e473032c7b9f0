import { deserialize, serialize } from "node:v8"
import { branded } from "#server/kernel/brand.ts"
import type { Segment } from "./segment.ts"

/** Written and read by this product alone; another form gets another number, and what has an older one is made anew. */
const form = 1

export function encodeSegment(segment: Segment): string {
  return serialize({ form, segment }).toString("base64")
}

/** @throws Error when it is of another form */
export function decodeSegment(packed: string): Segment {
  const read = branded<{ form: number; segment: Segment }>(deserialize(Buffer.from(packed, "base64")))
  if (read.form !== form) throw new Error("a part of a search index is of another form")
  return read.segment
}
