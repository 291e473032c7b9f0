export const refusals = {
  "unknown": "That is not possible right now.",
} as const
