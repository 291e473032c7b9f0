import { join } from "node:path"

/** Where mails lie that go nowhere. */
export function mailFolder({ dataDir }: { readonly dataDir: string }): string {
  return join(dataDir, "mail")
}
