import type { PlatformContext } from "#server/context/platform-context.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import type { StaffMember } from "#server/domain/identity/index.ts"
import { readStockSettings } from "#server/domain/inventory/index.ts"
import { after, days, minutes } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { type LowGoods, lowGoodsOf, lowLetter } from "./low-letter.ts"
import { asHtml, asText } from "./letter.ts"

/** What runs low within so long of the first goes into one letter. */
const gathering = minutes(1)
/** From one letter to the next. */
const quiet = minutes(15)
/** So long another process leaves a letter to the one that has begun to send it. */
const patience = minutes(2)

/** Shops that have something to be told of, and were not told a moment ago. One statement, cheap enough for every few seconds. */
export async function shopsToWarn(platform: PlatformContext): Promise<string[]> {
  const now = platform.clock.now()
  const shops = await platform.read(
    "outreach.shops-to-warn",
    ({ sql }) => sql<{ tenantId: string }>`
      select w.tenant_id as "tenantId" from stock_warning w join tenant t on t.id = w.tenant_id and t.status = 'active'
      where w.mailed_at is null and (w.tried_at is null or w.tried_at <= ${after(now, -patience)}::timestamptz)
      group by w.tenant_id
      having min(w.at) <= ${after(now, -gathering)}::timestamptz
        and not exists (
          select from stock_warning r where r.tenant_id = w.tenant_id and r.mailed_at > ${after(now, -quiet)}::timestamptz)
      order by w.tenant_id`,
  )
  return shops.map(({ tenantId }) => tenantId)
}

/**
 * One letter of all that ran low since the last one, to each member of the staff and to the address that the shop has named, in the shop's
 * language. What has been filled up meanwhile is left out. A letter keeps its name until it is out, so that the transport knows a repeat.
 */
export async function warnOfLowStock(ctx: TenantContext, staff: readonly StaffMember[]): Promise<void> {
  const letters = await ctx.transact(claimLetters)
  for (const id of letters) {
    const goods = await ctx.read((reading) => lowGoodsOf(reading, id))
    if (goods.length > 0) await mailAll(ctx, id, goods, await readersOf(ctx, staff))
    // A letter that was never written does not put off the next one.
    await ctx.transact(({ sql, tenantId, now }) =>
      goods.length > 0
        ? sql`update stock_warning set mailed_at = ${now}::timestamptz where tenant_id = ${tenantId} and letter = ${id}`
        : sql`delete from stock_warning where tenant_id = ${tenantId} and letter = ${id}`,
    )
  }
}

/** Letters that somebody began and did not end, and a new one for what is in none yet. */
async function claimLetters({ sql, tenantId, now }: Work): Promise<string[]> {
  await sql`delete from stock_warning where tenant_id = ${tenantId} and mailed_at < ${after(now, -days(1))}::timestamptz`
  const claimed = await sql<{ letter: string }>`
    update stock_warning set letter = coalesce(letter, ${newId("letter", now.getTime())}), tried_at = ${now}::timestamptz
    where tenant_id = ${tenantId} and mailed_at is null
      and (tried_at is null or tried_at <= ${after(now, -patience)}::timestamptz)
    returning letter`
  return [...new Set(claimed.map(({ letter }) => letter))].sort()
}

interface Reader {
  /** Part of the mail's key. */
  readonly id: string
  readonly email: string
  readonly mayChange: boolean
}

/** All who work for a shop may see its stock; how they are told is the managers' to change. */
async function readersOf(ctx: TenantContext, staff: readonly StaffMember[]): Promise<Reader[]> {
  const { alertStaff, alertEmail } = await readStockSettings(ctx)
  const told = alertStaff
    ? staff.map(({ accountId, email, role }) => ({ id: accountId, email, mayChange: role !== "clerk" }))
    : []
  const isTold = told.some(({ email }) => email.toLowerCase() === alertEmail.toLowerCase())
  return alertEmail === "" || isTold ? told : [...told, { id: "named", email: alertEmail, mayChange: false }]
}

/** An address that fails keeps nobody else from being told, nor has them told again. @throws when there was none that did not fail */
async function mailAll(ctx: TenantContext, id: string, goods: readonly LowGoods[], readers: readonly Reader[]): Promise<void> {
  const faults: unknown[] = []
  for (const reader of readers) await mail(ctx, id, goods, reader).catch((error: unknown) => faults.push(error))
  if (faults.length > 0 && faults.length === readers.length) throw faults[0]
}

function mail(ctx: TenantContext, id: string, goods: readonly LowGoods[], reader: Reader): Promise<void> {
  const letter = lowLetter(ctx, goods, reader.mayChange)
  return ctx.ports.mail.send(ctx.tenant.id, {
    to: reader.email,
    fromName: ctx.tenant.name,
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter, ctx.tenant.language),
    key: `outreach.low-stock.${id}.${reader.id}`,
  })
}
