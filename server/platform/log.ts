import { type Logger, pino } from "pino"

export type Log = Logger

/** One JSON object per line. What could let a reader act as someone else is never written. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: {
      paths: ["*.password", "*.clientSecret", "*.token", "headers.cookie", "headers.authorization"],
      censor: "[kept back]",
    },
    formatters: { level: (label) => ({ level: label }) },
  })
}
