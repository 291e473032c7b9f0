import type { IncomingMessage, RequestListener, ServerResponse } from "node:http"
import { type Clock, systemClock } from "#server/kernel/clock.ts"
import { answerApi } from "./api.ts"
import { ApiFault } from "./api-fault.ts"
import { answerChallenge } from "./challenge.ts"
import { createDeliveries, type Deliveries, type Endpoint, subscription, undelivered } from "./deliveries.ts"
import { type Mischief, mischievous } from "./mischief.ts"
import { answerOnboarding } from "./onboarding.ts"
import { openStore, type Store } from "./store.ts"
import { answerPreflight, sendJson } from "./wire.ts"
import type { World } from "./world.ts"

export interface SimulatorOptions {
  /** Where the journal lies. One process at a time. */
  readonly folder: string
  readonly secretKey: string
  readonly publishableKey: string
  /** Where browsers reach it, as `http://pay.localhost:3000`. */
  readonly origin: string
  readonly webhook?: Endpoint
  readonly clock?: Clock
  readonly firstRetryMs?: number
  /** In production it refuses to exist unless somebody said in so many words that no real money is wanted. */
  readonly production: boolean
  readonly allowInProduction?: boolean
  readonly onFault?: (error: unknown) => void
  /** For what goes wrong; from 0 to 1. */
  readonly random?: () => number
}

export interface Simulator {
  /** For a server of its own (the SDK), and for the pay host of the web server (browsers). Reads the raw body itself. */
  readonly listener: RequestListener
  /** Lets go wrong what can, until told otherwise. */
  misbehave(mischief: Mischief): void
  /** Resolves when every webhook was taken. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** A card network, an acquirer and a bank in one process, speaking Stripe's API. */
export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  if (options.production && !options.allowInProduction)
    throw new Error("the card simulator does not run in production unless it is allowed in so many words")
  const clock = options.clock ?? systemClock
  const store = await openStore(options.folder, Math.floor(clock.now().getTime() / 1000))
  const deliveries = deliveriesOf(options, store, clock)
  const world: World = {
    store,
    clock,
    keys: options,
    origin: options.origin,
    subscribes: subscription(options.webhook),
    announce: (events) => deliveries?.send(events),
    onFault: options.onFault ?? (() => {}),
  }
  deliveries?.send(undelivered(store))
  const door = mischievous(options.secretKey, (request, response) => void answer(world, request, response), options.random)
  return {
    listener: door.listener,
    misbehave: door.set,
    idle: async () => deliveries?.idle(),
    close: async () => {
      await deliveries?.close()
      await store.close()
    },
  }
}

function deliveriesOf(options: SimulatorOptions, store: Store, clock: Clock): Deliveries | undefined {
  const needs = { store, clock, origin: options.origin, firstRetryMs: options.firstRetryMs ?? 500 }
  return options.webhook && createDeliveries(options.webhook, needs)
}

async function answer(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const url = new URL(request.url ?? "/", "http://simulator")
    if (request.method === "OPTIONS") answerPreflight(request, response)
    else if (url.pathname.startsWith("/challenge/")) await answerChallenge(world, url, request, response)
    else if (url.pathname.startsWith("/onboarding/")) await answerOnboarding(world, url, request, response)
    else await answerApi(world, url, request, response)
  } catch (error) {
    if (!(error instanceof ApiFault)) world.onFault(error)
    if (response.headersSent) response.destroy()
    else sendJson(response, error instanceof ApiFault ? error.status : 500, { error: faultBody(error) })
  }
}

function faultBody(error: unknown): object {
  return error instanceof ApiFault
    ? error.body
    : { type: "api_error", message: "The card simulator failed; see the server's log." }
}
