import type { TenantContext } from "#server/context/tenant-context.ts"
import { asHtml, asText, type Letter } from "./letter.ts"
import { type WatchedGoods, watchedGoods } from "./watched-goods.ts"
import { wordingIn } from "./wording-in.ts"

interface Watcher {
  readonly id: string
  readonly email: string
  readonly language: string
  readonly token: string
}

/**
 * Writes to those who bear the event's name. Each mail has the watch's own key, and the watch is gone once it is out: a repeat writes to those who
 * are left. If the goods have gone meanwhile nobody is told something untrue; they wait on. An address that fails does not hold up the others.
 * @throws the first fault, when all have been tried
 */
export async function mailWatchers(ctx: TenantContext, variantId: string, eventId: string): Promise<void> {
  const [goods, watchers] = await ctx.read((reading) =>
    Promise.all([
      watchedGoods(reading, variantId),
      reading.sql<Watcher>`
        select id, email, language, token from stock_watch
        where tenant_id = ${reading.tenantId} and variant_id = ${variantId} and told_because = ${eventId} order by created_at, id`,
    ]),
  )
  if (watchers.length === 0 || !goods) return
  if (goods.free <= 0 || !goods.isShown) return waitOn(ctx, variantId, eventId)
  let fault: unknown
  for (const watcher of watchers) {
    try {
      await mail(ctx, goods, watcher)
    } catch (error) {
      fault ??= error
    }
  }
  if (fault !== undefined) throw fault
}

async function mail(ctx: TenantContext, goods: WatchedGoods, { id, email, language, token }: Watcher): Promise<void> {
  const letter = letterOf(ctx, goods, language, token)
  await ctx.ports.mail.send(ctx.tenant.id, {
    to: email,
    fromName: ctx.tenant.name,
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter, language),
    key: `outreach.tell-watchers.${id}`,
  })
  await ctx.transact(({ rows }) => rows.stockWatch.deleteMany({ where: { id } }))
}

function letterOf({ tenant, ports }: TenantContext, { name, slug }: WatchedGoods, language: string, token: string): Letter {
  const words = wordingIn(language)
  return {
    subject: words.backSubject(name, tenant.name),
    heading: words.backHeading(name),
    paragraphs: [words.backBody(name), words.backHaste, words.backOnce],
    rows: [],
    link: { label: words.backLink, href: ports.links.shop(tenant, `/products/${encodeURIComponent(slug)}`) },
    stop: { label: words.backStop, href: ports.links.shop(tenant, `/back-in-stock/${token}`) },
    closing: words.closing(tenant.name),
  }
}

async function waitOn(ctx: TenantContext, variantId: string, eventId: string): Promise<void> {
  await ctx.transact(
    ({ sql, tenantId }) => sql`
      update stock_watch set told_because = null
      where tenant_id = ${tenantId} and variant_id = ${variantId} and told_because = ${eventId}`,
  )
}
