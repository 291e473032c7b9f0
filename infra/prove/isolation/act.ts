import type { Hand } from "./hand.ts"
import { reach } from "./hand.ts"
import { look } from "./look.ts"
import { privateKey, tenantIdOf } from "./marks.ts"
import type { Randomness } from "./randomness.ts"
import type { Shape } from "./shapes.ts"
import type { Town } from "./town.ts"

/** One operation of one tenant on one model, with somebody else to covet. */
export interface Act {
  readonly town: Town
  readonly shape: Shape
  readonly tenant: number
  readonly tenantId: string
  readonly other: number
  readonly otherId: string
  /** Of a row that only the other has. */
  readonly otherKey: string
  readonly random: Randomness
  readonly isFenced: boolean
  read<T>(body: (hand: Hand) => Promise<T>): Promise<T>
  write<T>(body: (hand: Hand) => Promise<T>): Promise<T>
  /** Fails when the answer holds anything of another tenant. */
  see(answer: unknown, shape?: Shape): void
}

export interface Operation {
  readonly name: string
  /** Whether it makes sense for this model. */
  fits?(shape: Shape): boolean
  run(act: Act): Promise<void>
}

export function createAct(town: Town, shape: Shape, tenant: number, random: Randomness): Act {
  const other = (tenant + 1 + random.below(town.tenants - 1)) % town.tenants
  return {
    town,
    shape,
    tenant,
    tenantId: tenantIdOf(tenant),
    other,
    otherId: tenantIdOf(other),
    otherKey: privateKey(other),
    random,
    isFenced: town.mode !== "database",
    read: (body) => reach(town, tenant, "read", body),
    write: (body) => reach(town, tenant, "write", body),
    see: (answer, rowShape = shape) => look(answer, tenant, town.shapes, rowShape),
  }
}

/** Calls an operation of the model by name. */
export function call(hand: Hand, shape: Shape, operation: string, args?: unknown): Promise<unknown> {
  const run = hand.rows[shape.delegate]?.[operation]
  if (!run) throw new Error(`no operation ${operation} on ${shape.model}`)
  return run(args)
}
