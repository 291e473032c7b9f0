import { backpack, basket, beanie, rollBag, socks, tote } from "./draw-carry.ts"
import { gooseneck, kettle, moka } from "./draw-brewing.ts"
import { carafe, dripper, filters, grinder, pouch } from "./draw-coffee.ts"
import { apron, blanket, cushion, foldedLinen, napkins, scarf } from "./draw-cloth.ts"
import { brush, brushPot, inkBottle, inkStick, inkstone, pen } from "./draw-desk.ts"
import { envelope, notebook, paper, scroll, seal, tape } from "./draw-paper.ts"
import { candle, candleGlass, candlestick, lantern, matches } from "./draw-light.ts"
import { bottle, bowlLike, enamelBowl, enamelMug, mug, pan, plate, thermos } from "./draw-table.ts"
import { cup, gaiwan, teaCups, teapot } from "./draw-tea.ts"
import { teaCake, teaTin, teaTray } from "./draw-tea-leaf.ts"
import { axe, board, knife, soap, spoon, stool } from "./draw-tools.ts"
import { bottleVase, jar, lamp, pitcher, planter, roundVase, vase } from "./draw-vessels.ts"
import type { Kind } from "./kinds.ts"
import type { Sheet } from "./sheet.ts"

export type Draw = (sheet: Sheet, colour: string) => string

export const drawings: Readonly<Record<Kind, Draw>> = {
  kettle,
  gooseneck,
  moka,
  dripper,
  carafe,
  grinder,
  pouch,
  filters,
  mug,
  "enamel-mug": enamelMug,
  "enamel-bowl": enamelBowl,
  plate,
  pan,
  backpack,
  tote,
  "roll-bag": rollBag,
  blanket,
  beanie,
  socks,
  scarf,
  lantern,
  candle,
  "candle-glass": candleGlass,
  candlestick,
  matches,
  knife,
  axe,
  stool,
  bottle,
  thermos,
  bowl: bowlLike(560, 220, 300, 120),
  "deep-bowl": bowlLike(480, 300, 260, 110),
  cup,
  vase,
  "bottle-vase": bottleVase,
  "round-vase": roundVase,
  pitcher,
  jar,
  planter,
  lamp,
  "folded-linen": foldedLinen,
  napkins,
  apron,
  cushion,
  basket,
  soap,
  board,
  spoon,
  teapot,
  gaiwan,
  "tea-cups": teaCups,
  "tea-tin": teaTin,
  "tea-cake": teaCake,
  "tea-tray": teaTray,
  brush,
  "brush-pot": brushPot,
  pen,
  "ink-bottle": inkBottle,
  "ink-stick": inkStick,
  inkstone,
  paper,
  notebook,
  envelope,
  tape,
  seal,
  scroll,
}

/** These lie on the paper and are seen from above. */
export const lyingKinds: ReadonlySet<Kind> = new Set<Kind>([
  "knife",
  "axe",
  "spoon",
  "board",
  "apron",
  "brush",
  "pen",
  "ink-stick",
  "inkstone",
  "paper",
  "notebook",
  "envelope",
])
