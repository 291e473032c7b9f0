import { expect, test } from "vitest"
import { readOptions } from "./options.ts"

test("nothing said", () => {
  expect(readOptions([])).toEqual({ port: 3000, seed: 1, reset: false })
})

test("all said", () => {
  expect(readOptions(["--port", "4100", "--seed=7", "--reset"])).toEqual({ port: 4100, seed: 7, reset: true })
})

test.each([[["--port", "0"]], [["--port", "65536"]], [["--port", "80x"]], [["--seed=-1"]], [["--seed", "1.5"]]])(
  "%j is refused with the bounds",
  (args) => {
    expect(() => readOptions(args)).toThrow("takes a whole number from")
  },
)

test("an unknown option is answered with the usage", () => {
  expect(() => readOptions(["--prot", "1"])).toThrow("Usage: npm start")
})
