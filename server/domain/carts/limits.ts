/** Pieces of one variant in a cart. */
export const mostOfOne = 99
/** Different variants in a cart. */
export const mostLines = 50
