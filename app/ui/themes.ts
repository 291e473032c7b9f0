/** What a merchant may choose for a shop. */
export const shopThemes = ["moss", "linen", "porcelain", "ink", "ember", "harbor"] as const
export type ShopTheme = (typeof shopThemes)[number]
/** `rialto` is the market's own, `workbench` that of console and admin. */
export type Theme = ShopTheme | "rialto" | "workbench"

export function isShopTheme(text: unknown): text is ShopTheme {
  return shopThemes.some((theme) => theme === text)
}
