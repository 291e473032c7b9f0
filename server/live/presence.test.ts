import { describe, expect, it } from "vitest"
import { createPresence } from "./presence.ts"

describe("presence", () => {
  it("counts a visitor once, in however many windows, until the last one is closed", () => {
    const changes: string[] = []
    const presence = createPresence((place) => changes.push(place))
    const leaveFirst = presence.enter("p", "vis_1")
    const leaveSecond = presence.enter("p", "vis_1")
    const leaveOther = presence.enter("p", "vis_2")
    expect(presence.count("p")).toBe(2)
    leaveFirst()
    leaveFirst()
    expect(presence.count("p")).toBe(2)
    leaveSecond()
    leaveOther()
    expect(presence.count("p")).toBe(0)
    expect(changes).toEqual(["p", "p", "p", "p"])
  })
})
