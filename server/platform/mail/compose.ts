import type { SendMailOptions } from "nodemailer"
import { mailName } from "#server/kernel/tenant-keys.ts"
import type { Mail } from "#server/ports/mailer.ts"

/** `tenantId` and key travel along, so that a mailbox can be searched for what a shop sent. */
export function compose(from: string, tenantId: string, { to, fromName, subject, text, html, key }: Mail): SendMailOptions {
  return {
    from: { name: fromName, address: from },
    to,
    subject,
    text,
    html,
    messageId: `<${mailName(tenantId, key)}@${from.split("@")[1] ?? "localhost"}>`,
    headers: { "X-Shop": tenantId, "Auto-Submitted": "auto-generated" },
    // A mail is made of its own text alone.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
