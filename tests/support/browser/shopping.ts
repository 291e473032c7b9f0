import type { Page } from "playwright"

export const cards = {
  good: "Succeeds",
  declined: "Is declined",
  empty: "Lacks funds",
  challenged: "Asks your bank first",
} as const

/** Everything that the checkout asks of a guest in the United States. */
export async function fillAddress(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email)
  await page.getByLabel("Country").selectOption("US")
  await page.getByLabel("Full name").fill("Jane Shopper")
  await page.getByLabel("Street and number").fill("1 Harbor Street")
  await page.getByLabel("Postcode").fill("97209")
  await page.getByLabel("City").fill("Portland")
  await page.getByLabel("State or province").selectOption("OR")
}

/** Takes a card of the list beside the form, and leaves the pressing of the button to the caller. */
export async function takeCard(page: Page, card: keyof typeof cards): Promise<void> {
  await page.getByRole("button", { name: `Fill in the card that does this: ${cards[card]}` }).click()
}

export const payButton = (page: Page) => page.getByRole("button", { name: /^Pay \$/ })

/** `/orders/ord_…` of whatever page of an order this is. */
export function orderPath(page: Page): string {
  return /\/orders\/[^/?#]+/.exec(page.url())?.[0] ?? ""
}
