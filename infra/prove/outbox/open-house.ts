import { appendFileSync } from "node:fs"
import { join } from "node:path"
import { type Business, openBusiness } from "#infra/prove/open-business.ts"
import { systemClock } from "#server/kernel/clock.ts"
import { createFileMailer } from "#server/platform/mail/file-mailer.ts"
import { createPostgresProductSearch } from "#server/platform/postgres/product-search.ts"
import type { Mailer } from "#server/ports/mailer.ts"
import type { Ports } from "#server/ports/ports.ts"
import { createPorts } from "#tests/support/ports.ts"

export interface HouseWish {
  readonly appUrl: string
  readonly platformUrl: string
  /** Where the mails lie. */
  readonly folder: string
}

export type House = Business<Ports>

/** The business of one process, with the real database, mails and search, and doubles where nothing of this proof goes. */
export function openHouse({ appUrl, platformUrl, folder }: HouseWish): House {
  return openBusiness<Ports>({
    ...{ name: "outbox", appUrl, platformUrl, pools: [4, 2], clock: systemClock, actor: { kind: "system" } },
    portsOn: (tenancy) => ({ ...createPorts(), mail: notedMailer(folder), search: createPostgresProductSearch(tenancy) }),
  })
}

export const mailsIn = (folder: string): string => join(folder, "mail")
export const sendingsOf = (folder: string, tenantId: string): string => join(folder, `${tenantId}.txt`)

/** Each sending is noted, so that repeats are counted, too, which the folder does not show. */
function notedMailer(folder: string): Mailer {
  const mailer = createFileMailer(mailsIn(folder))
  return {
    ...mailer,
    async send(tenantId, mail) {
      appendFileSync(sendingsOf(folder, tenantId), `${mail.to}\n`)
      await mailer.send(tenantId, mail)
    },
  }
}
