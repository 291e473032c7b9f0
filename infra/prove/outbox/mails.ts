import { existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { mailName } from "#server/kernel/tenant-keys.ts"
import type { RunBooks, Trace } from "./audit-run.ts"
import { mailOf } from "./do-deed.ts"
import { mailsIn, sendingsOf } from "./open-house.ts"

const kept = z.object({ to: z.string() })

/** One mail for each order that stands, to whom it is meant for, and none for any other. What was looked at is thrown away. */
export function checkMails({ tenantId, folder }: RunBooks, orders: ReadonlyMap<string, Trace>): string[] {
  const sentTo = new Set(sendings(folder, tenantId))
  return [...orders.values()].flatMap(({ mark, stands, eventIds }) => {
    const to = mailOf(mark)
    if (!stands) return sentTo.has(to) ? [`order ${mark} does not stand, and a mail was sent`] : []
    return eventIds.flatMap((eventId) => {
      const path = join(mailsIn(folder), mailName(tenantId, `outreach.send-receipt.${eventId}`))
      if (!existsSync(`${path}.json`)) return [`order ${mark} stands, and no mail was sent`]
      const mail = kept.parse(JSON.parse(readFileSync(`${path}.json`, "utf8")))
      for (const ending of ["json", "eml"]) rmSync(`${path}.${ending}`, { force: true })
      return mail.to === to ? [] : [`the mail of order ${mark} went to ${mail.to}`]
    })
  })
}

/** To whom, as often as it was tried. */
export function sendings(folder: string, tenantId: string): string[] {
  const path = sendingsOf(folder, tenantId)
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").slice(0, -1) : []
}
