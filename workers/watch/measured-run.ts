import { isRefusal } from "#server/messages/refusals.ts"
import { blandMessage } from "#server/platform/pulse/fault-note.ts"
import type { Meter } from "#server/platform/pulse/meter.ts"
import type { RunEnvelope } from "#workers/runtime/run-job.ts"

/** Measures each job where it runs, failed attempts too. A refusal is the business's no, everything else a fault. */
export function measuredRun(run: RunEnvelope, meter: Meter): RunEnvelope {
  return async (name, envelope) => {
    const { tenantId, eventId } = envelope
    const began = performance.now()
    try {
      await run(name, envelope)
    } catch (error) {
      if (isRefusal(error)) meter.refusal(tenantId)
      else meter.fault(tenantId, { reference: eventId, source: "job", place: name, message: blandMessage(error) })
      throw error
    } finally {
      meter.job(tenantId, performance.now() - began)
    }
  }
}
