import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type BoardView, boardSorts, boardStates, plainView } from "#server/messages/pulse.ts"
import { boardPath, sortedBy, viewOf } from "./board-view.ts"

const view: fc.Arbitrary<BoardView> = fc.record({
  sort: fc.constantFrom(...boardSorts),
  down: fc.boolean(),
  text: fc.string({ maxLength: 80 }).map((text) => text.trim()),
  state: fc.constantFrom(...boardStates),
  alerts: fc.boolean(),
  page: fc.integer({ min: 1, max: 10_000 }),
})

describe("a view of the board", () => {
  it("has an address that leads back to it", () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(viewOf(`http://admin.test${boardPath(given)}`)).toEqual(given)
      }),
    )
    expect(boardPath(plainView)).toBe("/")
  })

  it("is the usual one where an address makes no sense", () => {
    expect(viewOf("http://admin.test/?sort=moon&way=left&state=9&alerts=maybe&page=-1")).toEqual(plainView)
  })

  it("turns round at the second press of a column, and starts at its first page", () => {
    const once = sortedBy({ ...plainView, page: 7 }, "faults")
    expect(once).toMatchObject({ sort: "faults", down: true, page: 1 })
    expect(sortedBy(once, "faults").down).toBe(false)
    expect(sortedBy(plainView, "name").down).toBe(false)
    expect(viewOf("http://admin.test/?sort=faults&by=faults")).toMatchObject({ sort: "faults", down: false })
  })
})
