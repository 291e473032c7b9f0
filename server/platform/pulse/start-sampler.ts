import type { PlatformContext } from "#server/context/platform-context.ts"
import { seconds } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import type { Log } from "#server/kernel/log.ts"
import { randomText } from "#server/kernel/random.ts"
import type { Drained, Meter } from "./meter.ts"

export interface SamplerParts {
  readonly platform: PlatformContext
  readonly meter: Meter
  readonly log: Log
  readonly everyMs?: number
}

export interface Sampler {
  /** Says at once what was counted. */
  flush(): Promise<void>
  /** Says what was counted last, and that nobody is here any more. */
  close(): Promise<void>
}

export const sampleEveryMs = seconds(2)

/**
 * Writes down every two seconds what this process measured: one row. A process in which nothing happens and nobody is connected writes
 * nothing. What could not be written is said with the next word.
 */
export function startSampler({ platform, meter, log, everyMs = sampleEveryMs }: SamplerParts): Sampler {
  const node = randomText(12)
  let n = 0
  let wasStanding = false
  let writing = Promise.resolve()

  async function say(): Promise<void> {
    const drained = meter.drain()
    const shops = Object.values(drained.readings)
    // After the last there is one word more, which takes back how things stood.
    if (shops.length === 0 && !wasStanding) return
    try {
      await write(++n, drained)
      wasStanding = shops.some(({ visitors, sockets }) => visitors || sockets)
    } catch (error) {
      meter.giveBack(drained)
      throw error
    }
  }

  const write = (n: number, { readings, faults }: Drained) =>
    platform.record("pulse.write-sample", async ({ sql }) => {
      const at = platform.clock.now()
      const sample = sql`
        insert into pulse_sample (node, n, at, body) values (${node}, ${n}, ${at}, ${JSON.stringify({ readings })}::jsonb)`
      if (faults.length === 0) return void (await sample)
      const rows = faults.map((fault) => ({ id: newId("fault", at.getTime()), ...fault }))
      await Promise.all([
        sample,
        sql`
          insert into fault_note (id, tenant_id, reference, source, place, message, at)
          select id, "tenantId", reference, source, place, message, ${at}
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as f (id text, "tenantId" text, reference text, source text, place text, message text)`,
      ])
    })

  const flush = () => {
    writing = writing.then(say).catch((error: unknown) => log.warn({ err: error }, "the pulse could not be written down"))
    return writing
  }
  const timer = setInterval(() => void flush(), everyMs)
  return {
    flush,
    async close() {
      clearInterval(timer)
      await flush()
    },
  }
}
