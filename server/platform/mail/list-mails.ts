import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import type { KeptMail } from "#server/ports/mailer.ts"

const keptMail = z.object({
  name: z.string(),
  tenantId: z.string(),
  /** ISO 8601. */
  at: z.string(),
  to: z.string(),
  fromName: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
})

/** Newest first. A folder that is not there yet is an empty inbox. */
export async function listMails(folder: string, most = 100): Promise<KeptMail[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return []
    throw error
  })
  const kept = names.filter((name) => name.endsWith(".json"))
  const mails = await Promise.all(
    kept.map(async (name) => keptMail.parse(JSON.parse(await readFile(join(folder, name), "utf8")))),
  )
  return mails.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, most)
}
