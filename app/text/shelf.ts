import type { Room } from "./catalogue.ts"
import type { Language } from "#server/kernel/languages.ts"

type Entries = Readonly<Record<string, string>>

/** Where each catalogue lies; the bundler makes every one a file of its own, so a browser fetches only what its page speaks. */
export const shelf: Readonly<Record<Language, Readonly<Record<Room, () => Promise<Entries>>>>> = {
  en: {
    ui: async () => (await import("#app/text/en/ui.ts")).ui,
    storefront: async () => (await import("#app/text/en/storefront.ts")).storefront,
    market: async () => (await import("#app/text/en/market.ts")).market,
    console: async () => (await import("#app/text/en/console.ts")).console,
    admin: async () => (await import("#app/text/en/admin.ts")).admin,
    refusals: async () => (await import("#app/text/en/refusals.ts")).refusals,
  },
  de: {
    ui: async () => (await import("#app/text/de/ui.ts")).ui,
    storefront: async () => (await import("#app/text/de/storefront.ts")).storefront,
    market: async () => (await import("#app/text/de/market.ts")).market,
    console: async () => (await import("#app/text/de/console.ts")).console,
    admin: async () => (await import("#app/text/de/admin.ts")).admin,
    refusals: async () => (await import("#app/text/de/refusals.ts")).refusals,
  },
  zh: {
    ui: async () => (await import("#app/text/zh/ui.ts")).ui,
    storefront: async () => (await import("#app/text/zh/storefront.ts")).storefront,
    market: async () => (await import("#app/text/zh/market.ts")).market,
    console: async () => (await import("#app/text/zh/console.ts")).console,
    admin: async () => (await import("#app/text/zh/admin.ts")).admin,
    refusals: async () => (await import("#app/text/zh/refusals.ts")).refusals,
  },
}
