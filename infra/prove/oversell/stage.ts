import type { Actor } from "#server/context/actor.ts"
import { type Business, openBusiness } from "#infra/prove/open-business.ts"
import { fakePayments } from "#tests/support/doubles/fake-payments.ts"
import { createPorts, type TestPorts } from "#tests/support/ports.ts"
import { createTestClock, type TestClock } from "#tests/support/test-clock.ts"
import type { ChildWish } from "./wish.ts"

/** The business of one process on the shared database: its own carts, provider and clock. */
export interface Stage extends Business<TestPorts> {
  readonly clock: TestClock
}

export type StageWish = Omit<ChildWish, "role"> & { readonly actor: Actor }

export function openStage({ name, appUrl, platformUrl, aheadMs, actor }: StageWish): Stage {
  const clock = createTestClock()
  clock.advance(aheadMs)
  const portsOn = () => ({ ...createPorts(), payments: fakePayments(({ paymentId }) => `pi_${paymentId}`) })
  return { ...openBusiness<TestPorts>({ name, appUrl, platformUrl, pools: [10, 3], clock, actor, portsOn }), clock }
}
