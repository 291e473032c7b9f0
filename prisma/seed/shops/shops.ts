import { alder } from "./alder/shop.ts"
import { mohn } from "./mohn/shop.ts"
import { songyan } from "./songyan/shop.ts"

export const shops = [alder, mohn, songyan] as const
