import { mkdir, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createTransport } from "nodemailer"
import { type Clock, systemClock } from "#server/kernel/clock.ts"
import { mailName } from "#server/kernel/tenant-keys.ts"
import type { KeptMail, Mail, Mailer } from "#server/ports/mailer.ts"
import { compose } from "./compose.ts"
import { listMails } from "./list-mails.ts"

/**
 * Keeps mails in a folder: `.eml` as it would have gone out, `.json` for the inbox page. One pair per tenant and key: a repeat
 * writes the same files again.
 */
export function createFileMailer(
  folder: string,
  { from = "shop@localhost", clock = systemClock }: FileMailerOptions = {},
): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" })
  return {
    async send(tenantId, mail) {
      const { message } = await transport.sendMail(compose(from, tenantId, mail))
      const name = nameOf(tenantId, mail)
      await mkdir(folder, { recursive: true })
      await writeWhole(join(folder, `${name}.eml`), message)
      const { to, fromName, subject, text, html } = mail
      const kept: KeptMail = { name, tenantId, at: clock.now().toISOString(), to, fromName, subject, text, html }
      await writeWhole(join(folder, `${name}.json`), JSON.stringify(kept))
    },
    kept: (most) => listMails(folder, most),
  }
}

export interface FileMailerOptions {
  readonly from?: string
  readonly clock?: Clock
}

function nameOf(tenantId: string, { key }: Mail): string {
  return mailName(tenantId, key).replace(/[^\w.-]/g, "_")
}

/** Written aside and moved, so that a reader never sees half a mail. */
async function writeWhole(path: string, content: string | Buffer | NodeJS.ReadableStream): Promise<void> {
  await writeFile(`${path}.part`, content)
  await rename(`${path}.part`, path)
}
