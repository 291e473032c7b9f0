import { describe, expect, it } from "vitest"
import { createMessageBudget } from "./message-budget.ts"

describe("a socket's budget of messages", () => {
  it("grants a burst, then refuses, then a few a second", () => {
    const budget = createMessageBudget(0)
    const granted = Array.from({ length: 100 }, () => budget.take(0)).filter(Boolean).length
    expect(granted).toBe(40)
    expect(budget.overdrawn).toBe(60)
    expect(Array.from({ length: 10 }, () => budget.take(1_000)).filter(Boolean)).toHaveLength(4)
  })
})
