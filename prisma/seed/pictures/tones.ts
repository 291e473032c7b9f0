/** Named colours: what a product may be painted in. */
export const tones = {
  forest: "#3f5d48", moss: "#75804f", pine: "#2c4a40", oat: "#d9cbb0", cream: "#eee4d0", chalk: "#eeebe4", clay: "#b5714f", rust: "#a4512f",
  ember: "#c8643a", brick: "#8f3f30", mustard: "#cf9f45", honey: "#d8a85e", sand: "#d2b48c", walnut: "#6d4a32", oak: "#b98d5b", birch: "#dcc39a",
  slate: "#57636d", ash: "#9aa0a0", charcoal: "#3a3c3f", black: "#292a2d", steel: "#b4babd", copper: "#c0784f", brass: "#c39b52", navy: "#2f4562",
  sky: "#8fb0c2", lake: "#4f7f93", ice: "#cfdde0", rose: "#cf9a92", blush: "#e3c0b2", plum: "#6c4658", wine: "#742f38", sage: "#a3b096",
  celadon: "#a9c4ae", jade: "#6f9f85", cobalt: "#2c4f8f", indigo: "#3b4a75", ivory: "#f2ead8", paper: "#f4efe3", cinnabar: "#b7382b", tea: "#8a5a2f",
  amber: "#c07c32", lavender: "#a79bb8", linen: "#d8cab4", flax: "#c4ab86", stone: "#b0a797", soot: "#2b2826", bamboo: "#b6b06a", white: "#f7f5f0",
} as const

export type Tone = keyof typeof tones
