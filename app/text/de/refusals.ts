import type { Translation } from "#app/text/catalogue.ts"
import type { refusals as english } from "#app/text/en/refusals.ts"

export const refusals: Translation<typeof english> = {
  "unknown": "Das ist im Augenblick nicht möglich.",
}
