import { createHash } from "node:crypto"
import { z } from "zod"
import { type Factors, type Model, type Neighbours, partNames } from "./model.ts"

/** Raise it when the form changes: files of another form are not read. */
const form = 1

const blend = z.object(Object.fromEntries(partNames.map((name) => [name, z.number()]))).transform((given) => ({
  factors: given["factors"] ?? 0,
  knn: given["knn"] ?? 0,
  lift: given["lift"] ?? 0,
  content: given["content"] ?? 0,
  popularity: given["popularity"] ?? 0,
}))
const head = z.object({
  form: z.literal(form),
  items: z.array(z.string()),
  kind: z.enum(["spectral", "ials"]),
  rank: z.number().int().min(0),
  regularisation: z.number(),
  counts: z.object({ knn: z.number(), lift: z.number(), content: z.number() }),
  blends: z.object({ person: blend, product: blend }),
})

/** A model as bytes: the length of its head, the head in JSON, then all numbers in 32 bits, little end first. */
export function writeModel(model: Model): Uint8Array {
  const { items, blends, factors, knn, lift, content } = model
  const { kind, rank, regularisation } = factors
  const counts = { knn: knn.count, lift: lift.count, content: content.count }
  const text = Buffer.from(JSON.stringify({ form, items, kind, rank, regularisation, counts, blends }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.length)
  const parts = [
    ...[model.popularity, factors.vectors, factors.tone, factors.lean, factors.gram],
    ...[knn, lift, content].flatMap(({ ids, scores }) => [ids, scores]),
  ]
  return Buffer.concat([
    length,
    text,
    ...parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  ])
}

/** @throws Error when the bytes are not a whole model. */
export function readModel(bytes: Uint8Array): Model {
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headLength = given.length >= 4 ? given.readUInt32LE(0) : 0
  const { items, kind, rank, regularisation, counts, blends } = head.parse(JSON.parse(given.toString("utf8", 4, 4 + headLength)))
  // Copied, so that numbers lie at multiples of four.
  const numbers = new Uint8Array(given.subarray(4 + headLength)).buffer
  let at = 0
  const room = (count: number) => {
    if (at + count * 4 > numbers.byteLength) throw new Error("the model ends too soon")
    at += count * 4
    return at - count * 4
  }
  const floats = (count: number) => new Float32Array(numbers, room(count), count)
  const neighbours = (count: number): Neighbours => {
    const all = items.length * count
    return { count, ids: new Int32Array(numbers, room(all), all), scores: floats(all) }
  }
  const popularity = floats(items.length)
  const learned = rank === 0 ? 0 : items.length
  const factors: Factors = {
    ...{ kind, rank, regularisation, vectors: floats(learned * rank), tone: floats(learned), lean: floats(learned) },
    gram: floats(kind === "ials" ? rank * rank : 0),
  }
  const model = { items, blends, popularity, factors, knn: neighbours(counts.knn), lift: neighbours(counts.lift) }
  const whole = { ...model, content: neighbours(counts.content) }
  if (at !== numbers.byteLength) throw new Error("the model goes on after its end")
  return whole
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex")
}

/** Whether every number can be reckoned with. A training that went astray shows here. */
export function isSound({ popularity, factors, knn, lift, content }: Model): boolean {
  const numbers = [popularity, factors.vectors, factors.tone, factors.lean, factors.gram, knn.scores, lift.scores, content.scores]
  return numbers.every((values) => values.every((value) => Number.isFinite(value)))
}
