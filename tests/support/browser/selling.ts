import type { Page } from "playwright"
import sharp from "sharp"
import type { OpenHouse } from "./open-house.ts"

export interface Merchant {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** From the console's door to a shop of one's own: answers the slug that the shop's name became. */
export async function openOwnShop(page: Page, house: OpenHouse, merchant: Merchant, shopName: string): Promise<string> {
  await page.goto(house.origin("console"))
  await page.getByRole("link", { name: "Create an account" }).click()
  await page.getByLabel("Your name").fill(merchant.name)
  await page.getByLabel("E-mail address").fill(merchant.email)
  await page.getByLabel("Password").fill(merchant.password)
  await page.getByRole("button", { name: "Create the account" }).click()
  await page.getByRole("heading", { name: "Open your shop" }).waitFor()
  await page.getByLabel("Name of the shop").fill(shopName)
  await page.getByText("free", { exact: true }).waitFor()
  const slug = await page.getByLabel("Address", { exact: true }).inputValue()
  await page.getByLabel("Country").selectOption("US")
  await page.getByLabel("Currency").selectOption("USD")
  await page.getByLabel("Language", { exact: true }).selectOption("en")
  await page.getByRole("radio", { name: /^Porcelain/ }).check()
  await page.getByRole("button", { name: "Open the shop" }).click()
  await page.waitForURL(`**/shops/${slug}`)
  return slug
}

export interface ProductWish {
  readonly title: string
  readonly category: string
  readonly price: string
  /** Name and values, as they are typed. */
  readonly options: readonly (readonly [string, string])[]
  /** For the first combination; the others have none. */
  readonly stock: number
}

/** By the form and with a picture, up to where shoppers see it. Ends on the product's page in the console. */
export async function publishProduct(page: Page, shopUrl: string, wish: ProductWish): Promise<void> {
  await page.goto(`${shopUrl}/products`)
  await page.getByRole("link", { name: "New product" }).first().click()
  await page.getByLabel("Name", { exact: true }).fill(wish.title)
  await page.getByLabel("Description").fill("Turned by hand, glazed twice.\nKeeps tea warm for an hour.")
  await page.getByLabel("Category").selectOption("new")
  await page.getByLabel("Name of the new category").fill(wish.category)
  for (const [at, [name, values]] of wish.options.entries()) {
    await page.getByRole("button", { name: "Add an option" }).click()
    await page.getByLabel("Option", { exact: true }).nth(at).fill(name)
    await page.getByLabel("Values", { exact: true }).nth(at).fill(`${values},`)
  }
  await page.getByLabel("Price in USD").first().fill(wish.price)
  await page.getByRole("button", { name: "First price for all" }).click()
  await page.getByLabel("In stock").first().fill(String(wish.stock))
  await page.getByRole("button", { name: "Save as draft" }).click()
  await page.getByText("A picture is missing").waitFor()
  await page.getByLabel("Choose pictures").setInputFiles({ name: "mug.png", mimeType: "image/png", buffer: await picture() })
  await page.getByRole("button", { name: "Add", exact: true }).click()
  await page.getByText("It has a picture").waitFor()
  await page.getByRole("button", { name: "Publish" }).click()
  await page.getByText("Shoppers can see and buy it.").waitFor()
}

function picture(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">
    <rect width="900" height="900" fill="#e8e2d6"/><rect x="270" y="260" width="360" height="400" rx="60" fill="#2f6f8f"/>
    <path d="M630 340h60a90 90 0 0 1 0 240h-60" fill="none" stroke="#2f6f8f" stroke-width="48"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
