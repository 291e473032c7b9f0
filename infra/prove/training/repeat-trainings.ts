import { digestOf, writeModel } from "#server/domain/recommendations/index.ts"
import { collectEvents } from "#workers/training/events/raw-events.ts"
import { openTensors, tensorsLeft } from "#workers/training/tensors/open-tensors.ts"
import { randomStream } from "#workers/training/tensors/random-stream.ts"
import { trainModel } from "#workers/training/train-model.ts"

export interface RepeatReport {
  readonly trainings: number
  /** Megabytes resident after a fifth of them, and at the end. */
  readonly settledMb: number
  readonly endMb: number
  readonly findings: readonly string[]
}

const products = 60
const growth = 1.15
const slackMb = 30

/** Many trainings in one process, which the product never does: what one leaves behind adds up here. All must come out the same to the bit. */
export async function repeatTrainings(
  trainings: number,
  onTraining: (done: number) => void = () => undefined,
): Promise<RepeatReport> {
  await openTensors()
  const ids = Array.from({ length: products }, (_, place) => `prd_${place}`)
  const texts = ids.map((title) => ({ title, description: "", category: "", vendor: "", options: [], priceMinor: 100 }))
  const findings: string[] = []
  const digests = new Set<string>()
  let settledMb = 0
  for (let done = 1; done <= trainings; done++) {
    const { model } = await trainModel({ ids, texts, raw: events(ids), seed: 1 })
    digests.add(digestOf(writeModel(model)))
    if (tensorsLeft() > 0) findings.push(`${tensorsLeft()} tensors are left after training ${done}`)
    if (done === Math.ceil(trainings / 5)) settledMb = residentMb()
    onTraining(done)
  }
  const endMb = residentMb()
  if (digests.size !== 1) findings.push(`${trainings} equal trainings came to ${digests.size} models`)
  if (endMb > settledMb * growth + slackMb) findings.push(`memory grew from ${Math.round(settledMb)} to ${Math.round(endMb)} MB`)
  return { trainings, settledMb, endMb, findings }
}

function events(ids: readonly string[]) {
  const random = randomStream(4)
  const collected = collectEvents(ids)
  for (let visitor = 0; visitor < 150; visitor++) {
    for (let step = 0; step < 8; step++) {
      const product = ((visitor % 5) * 12 + Math.floor(random() * 14)) % products
      collected.add(`vis_${visitor}`, `prd_${product}`, "view", step * 1_000)
    }
  }
  return collected.done()
}

function residentMb(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss / 1_048_576
}
