import { z } from "zod"
import { shopCurrencies } from "#server/kernel/currency.ts"
import { taxDefaults } from "./tax-defaults.ts"

/** The languages in which a shop can speak to its customers. */
export const shopLanguages = ["en", "de", "zh"] as const
export const shopThemes = ["linen", "harbor", "moss", "ember", "porcelain", "ink"] as const
export const shopCountries = Object.keys(taxDefaults)

const name = z.string().trim().min(2).max(60)
const theme = z.enum(shopThemes)

export const shopSlug = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(40)
  .regex(/^(?!.{2}--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])$/)

export const shopRequest = z.object({
  name,
  slug: shopSlug,
  currency: z.enum(shopCurrencies),
  language: z.enum(shopLanguages),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => shopCountries.includes(code)),
  theme: theme.default("linen"),
})
export type ShopRequest = z.output<typeof shopRequest>

export const shopChange = z.object({ name, tagline: z.string().trim().max(160).default(""), theme })
export type ShopChange = z.output<typeof shopChange>
