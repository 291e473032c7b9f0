/** Where time comes from; a test hands in its own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

export const seconds = (n: number): number => n * 1_000
export const minutes = (n: number): number => n * 60_000
export const hours = (n: number): number => n * 3_600_000
export const days = (n: number): number => n * 86_400_000

export function after(at: Date, durationMs: number): Date {
  return new Date(at.getTime() + durationMs)
}
