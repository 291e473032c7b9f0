import { describe, expect, it } from "vitest"
import { placeProblems } from "./places.ts"

describe("places", () => {
  it.each([
    ["DE", "10115", ""],
    ["US", "97209-1234", "OR"],
    ["CA", "k1a 0b1", "ON"],
    ["JP", "100-0001", "東京都"],
    ["HK", "", ""],
    ["PT", "1100-148", ""],
  ])("takes an address in %s with postcode %s", (country, postcode, region) => {
    expect(placeProblems(country, postcode, region)).toEqual([])
  })

  it.each([
    ["DE", "1011", "", [{ field: "postcode", kind: "wrong" }]],
    ["DE", "", "", [{ field: "postcode", kind: "missing" }]],
    ["US", "97209", "", [{ field: "region", kind: "missing" }]],
    ["US", "97209", "ZZ", [{ field: "region", kind: "choice" }]],
    ["US", "97209", "toString", [{ field: "region", kind: "choice" }]],
    [
      "CN",
      "31000",
      "",
      [
        { field: "postcode", kind: "wrong" },
        { field: "region", kind: "missing" },
      ],
    ],
  ])("says what is wrong in %s with %s and region %s", (country, postcode, region, problems) => {
    expect(placeProblems(country, postcode, region)).toEqual(problems)
  })
})
