import { z } from "zod"
import { type Model, scoreAll, topOf } from "#server/domain/recommendations/index.ts"
import { latenciesOf } from "#infra/bench/latencies.ts"
import { plainSpectral } from "#infra/bench/plain-spectral.ts"
import { dataOf, dataWish } from "#infra/bench/recommend-data.ts"
import { eventsOf } from "#workers/training/events/events.ts"
import { trainSpectral } from "#workers/training/models/spectral.ts"
import { backendNames, openTensors } from "#workers/training/tensors/open-tensors.ts"
import { randomStream } from "#workers/training/tensors/random-stream.ts"
import { trainModel } from "#workers/training/train-model.ts"
import { spectralWish } from "#workers/training/train-parts.ts"

const wishSchema = z.object({ data: dataWish, backend: z.enum(backendNames).optional() })

process.once("message", async (message) => {
  const wish = wishSchema.parse(message)
  const backend = await openTensors(wish.backend)
  const data = await dataOf(wish.data)
  const since = performance.now()
  const steps: Record<string, number> = {}
  let [step, stepSince] = ["", since]
  const trained = await trainModel({ ...data, seed: 1 }, async (next) => {
    steps[step] = Math.round(performance.now() - stepSince)
    ;[step, stepSince] = [next, performance.now()]
  })
  steps[step] = Math.round(performance.now() - stepSince)
  const seconds = (performance.now() - since) / 1_000
  // Before the twin, whose memory is not the training's.
  const peakMb = process.resourceUsage().maxRSS / 1_024
  const { figures, alsoTried, events, kind, settings } = trained
  process.send?.({
    ...{ backend, seconds, peakMb, figures, alsoTried, events, kind, settings, steps, products: data.ids.length },
    ...{ blend: trained.model.blends.person, serving: serving(trained.model), twin: twin(data.raw) },
  })
})

/** Folding in a past of eight and ranking all: milliseconds. */
function serving(model: Model) {
  const random = randomStream(3)
  const millis: number[] = []
  for (let ask = 0; ask < 400; ask++) {
    const past = Array.from({ length: 8 }, () => ({ item: Math.floor(random() * model.items.length), weight: 1 }))
    const since = performance.now()
    topOf(scoreAll(model, past, model.blends.person), 40, () => false)
    if (ask >= 50) millis.push(performance.now() - since)
  }
  return latenciesOf(millis)
}

/** The same factorisation by the backend and in plain typed arrays: the better of two each, milliseconds. */
function twin(raw: Parameters<typeof eventsOf>[0]) {
  const { matrix } = eventsOf(raw)
  const wish = spectralWish(1, Math.min(64, matrix.columns, matrix.rows))
  const time = (run: () => unknown) => {
    const since = performance.now()
    run()
    return performance.now() - since
  }
  const best = (run: () => unknown) => Math.min(time(run), time(run))
  return { tensors: best(() => trainSpectral(matrix, wish)), plain: best(() => plainSpectral(matrix, wish)) }
}
