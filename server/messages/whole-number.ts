import { z } from "zod"

const decimal = /^\s*-?\d{1,15}(?:[.,]\d{1,15})?\s*$/

/** A count as a person types it. "0x10" and "1e3", which JavaScript would read as numbers, are none. */
export function wholeNumber(least: number, most: number) {
  return z.preprocess(
    (given) => (typeof given === "string" && decimal.test(given) ? Number(given.replace(",", ".")) : given),
    z.number().int().min(least).max(most),
  )
}
