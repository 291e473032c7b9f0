/** Everything that the illustrator can draw. */
export const kinds = [
  "kettle", "gooseneck", "moka", "dripper", "carafe", "grinder", "pouch", "filters", "mug", "enamel-mug", "enamel-bowl", "plate", "pan",
  "backpack", "tote", "roll-bag", "blanket", "beanie", "socks", "scarf", "lantern", "candle", "candle-glass", "candlestick", "matches",
  "knife", "axe", "stool", "bottle", "thermos", "bowl", "deep-bowl", "cup", "vase", "bottle-vase", "round-vase", "pitcher", "jar", "planter",
  "lamp", "folded-linen", "napkins", "apron", "cushion", "basket", "soap", "board", "spoon", "teapot", "gaiwan", "tea-cups", "tea-tin",
  "tea-cake", "tea-tray", "brush", "brush-pot", "pen", "ink-bottle", "ink-stick", "inkstone", "paper", "notebook", "envelope", "tape", "seal", "scroll",
] as const

export type Kind = (typeof kinds)[number]
