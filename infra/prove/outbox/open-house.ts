import { appendFileSync } from "node:fs"
import { join } from "node:path"
import { openDatabase } from "#prisma/client.ts"
import { createPlatformTables } from "#prisma/platform.ts"
import { createTenancy, type Tenancy } from "#prisma/tenancy.ts"
import { createPlatformContext, type PlatformContext } from "#server/context/platform-context.ts"
import { createPlatformUses } from "#server/context/platform-uses.ts"
import { createTenantContext, type TenantContext } from "#server/context/tenant-context.ts"
import { findTenantById } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
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

/** The business of one process, with the real database, mails and search, and doubles where nothing of this proof goes. */
export interface House {
  readonly tenancy: Tenancy
  readonly platform: PlatformContext
  readonly ports: Ports
  shop(tenantId: string): Promise<TenantContext>
  close(): Promise<void>
}

export function openHouse({ appUrl, platformUrl, folder }: HouseWish): House {
  const app = openDatabase({ url: appUrl, poolSize: 4, applicationName: "prove-outbox" })
  const platformDatabase = openDatabase({ url: platformUrl, poolSize: 2, applicationName: "prove-outbox-platform" })
  const tenancy = createTenancy(app)
  const ports: Ports = { ...createPorts(), mail: notedMailer(folder), search: createPostgresProductSearch(tenancy) }
  const clock = systemClock
  const tables = createPlatformTables(platformDatabase)
  const platform = createPlatformContext({ tables, uses: createPlatformUses(), actor: { kind: "system" }, ports, clock })
  const shops = new Map<string, TenantContext>()
  return {
    tenancy,
    platform,
    ports,
    async shop(tenantId) {
      const known = shops.get(tenantId)
      if (known) return known
      const tenant = present(await findTenantById(platform, tenantId), "tenant")
      const ctx = createTenantContext({ tenancy, tenant, actor: { kind: "system" }, ports, clock })
      shops.set(tenantId, ctx)
      return ctx
    },
    async close() {
      await app.close()
      await platformDatabase.close()
    },
  }
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
