import type { TenantContext } from "#server/context/tenant-context.ts"
import {
  beginTraining,
  endTraining,
  isSound,
  latestFigures,
  productsToLearn,
  publishModel,
  reportTraining,
  signalsToLearn,
  type TrainingDetail,
  writeModel,
} from "#server/domain/recommendations/index.ts"
import { isWorse } from "./evaluation/gate.ts"
import { collectEvents, type EventKind, eventKinds } from "./events/raw-events.ts"
import { type OnStep, type Trained, trainModel } from "./train-model.ts"

export interface ShopTraining {
  readonly backend: string
  readonly onFault?: (error: unknown) => void
}

export type Outcome = "published" | "rejected" | "failed" | "cancelled" | "nothing to do"

const calledOff = Symbol("called off")
/** The same for all, so that a repeat over the same events is the same to the last bit. */
const seed = 20_261

/** Learns from one shop's own signals and publishes what it learned, if that is sound and no step back. Never throws for what it trains. */
export async function trainShop(ctx: TenantContext, trainingId: string, { backend, onFault }: ShopTraining): Promise<Outcome> {
  if (!(await beginTraining(ctx, trainingId))) return "nothing to do"
  const since = Date.now()
  const onStep: OnStep = async (step, share) => {
    if (!(await reportTraining(ctx, trainingId, step, share))) throw calledOff
  }
  try {
    const trained = await trainModel(await materialOf(ctx, onStep), onStep)
    return await conclude(ctx, trainingId, trained, { backend, seconds: (Date.now() - since) / 1_000 })
  } catch (error) {
    if (error !== calledOff) onFault?.(error)
    const state = error === calledOff ? "cancelled" : "failed"
    await endTraining(ctx, trainingId, state, state === "failed" ? { backend, cause: "fault" } : {})
    return state
  }
}

async function materialOf(ctx: TenantContext, onStep: OnStep) {
  const products = await productsToLearn(ctx)
  const ids = products.map(({ id }) => id)
  const events = collectEvents(ids)
  for await (const page of signalsToLearn(ctx)) {
    await onStep("reading", 0.05)
    for (const { visitorId, productId, kind, at } of page) {
      if (isEventKind(kind)) events.add(visitorId, productId, kind, at.getTime())
    }
  }
  return { ids, texts: products, raw: events.done(), seed }
}

async function conclude(
  ctx: TenantContext,
  trainingId: string,
  trained: Trained,
  base: TrainingDetail & { readonly backend: string },
) {
  const { model, kind, settings, events } = trained
  const figures = Object.fromEntries(Object.entries(trained.figures).flatMap(([name, of]) => (of ? [[name, of]] : [])))
  const detail = { ...base, kind, events, figures, products: model.items.length }
  const end = async (state: "rejected" | "failed", cause: string) => {
    await endTraining(ctx, trainingId, state, { ...detail, cause })
    return state
  }
  if (!isSound(model)) return end("failed", "not-finite")
  if (isWorse(figures, await latestFigures(ctx), kind)) return end("rejected", "worse")
  const isPublished = await publishModel(ctx, { trainingId, bytes: writeModel(model), settings: { ...settings, seed }, detail })
  if (isPublished) return "published"
  await endTraining(ctx, trainingId, "cancelled", {})
  return "cancelled"
}

function isEventKind(kind: string): kind is EventKind {
  return eventKinds.some((known) => known === kind)
}
