import { createTransport } from "nodemailer"
import type { Mailer } from "#server/ports/mailer.ts"
import { compose } from "./compose.ts"

/** `url` as `smtps://user:password@host:465`. The message id is made of the key, so that a repeat is recognisable as one. */
export function createSmtpMailer(url: string, from: string): Mailer & { close(): void } {
  const transport = createTransport({ url, pool: true, maxConnections: 3 })
  return {
    async send(tenantId, mail) {
      await transport.sendMail(compose(from, tenantId, mail))
    },
    close: () => transport.close(),
  }
}
