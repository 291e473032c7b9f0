import { parseArgs } from "node:util"
import { PlainFailure } from "./embedded/plain-failure.ts"

export interface StartOptions {
  readonly port: number
  readonly reset: boolean
  readonly seed: number
}

export const usage = "npm start -- [--port N] [--seed N] [--reset]"

export function readOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: "string" }, seed: { type: "string" }, reset: { type: "boolean", default: false } },
    })
    return {
      port: wholeNumber("--port", values.port ?? process.env["PORT"] ?? "3000", 1, 65_535),
      seed: wholeNumber("--seed", values.seed ?? "1", 0, 2 ** 31 - 1),
      reset: values.reset,
    }
  } catch (error) {
    if (error instanceof PlainFailure) throw error
    throw new PlainFailure(`${error instanceof Error ? error.message.split(".")[0] : "Unknown option"}. Usage: ${usage}`)
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new PlainFailure(`${name} takes a whole number from ${least} to ${most}, not "${text}".`)
}
