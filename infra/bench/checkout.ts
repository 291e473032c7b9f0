import type { Opened } from "#infra/start/call-off.ts"
import type { BenchWorld } from "./bench-world.ts"
import type { Report } from "./report.ts"
export async function benchCheckout(_world: BenchWorld, _opened: Opened, _forMs: number): Promise<Report> {
  throw new Error("not yet")
}
