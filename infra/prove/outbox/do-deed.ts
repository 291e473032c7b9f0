import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import { newToken } from "#server/kernel/random.ts"
import { home } from "#tests/support/stall.ts"
import { type Deed, type Ending, isMeantToStand } from "./deed.ts"

const lateMs = 300
/** What the shopper paid. */
const totalMinor = "1000"

class CalledOff extends Error {}

/** As any use case would: one unit of work, in it the change and what is told of it. */
export async function doDeed(ctx: TenantContext, deed: Deed): Promise<Ending> {
  try {
    await ctx.transact(async (work) => {
      if (deed.kind === "order") await placePaid(work, deed)
      else await rename(work, deed)
      await endAs(work, deed)
    })
    return "committed"
  } catch (error) {
    return isMeantToStand(deed) || !isMeant(error, deed) ? "unknown" : "undone"
  }
}

async function placePaid(work: Work, { id, nth, mark, productId }: Deed): Promise<void> {
  const { sql, tenantId, now } = work
  await sql`
    insert into "order" (tenant_id, id, number, status, cart_id, email, access_token, language, currency, subtotal_minor, shipping_minor,
      tax_minor, total_minor, shipping_method, address, visitor_id, placed_at, expires_at, paid_at)
    values (${tenantId}, ${id}, ${nth}::int, 'paid', ${id}, ${mailOf(mark)}, ${newToken()}, 'en', 'USD', ${totalMinor}::bigint, 0, 0,
      ${totalMinor}::bigint, 'Post', ${JSON.stringify(home)}::jsonb, ${mark}, ${now}, ${now}, ${now})`
  await sql`
    insert into order_line (tenant_id, id, order_id, position, product_id, variant_id, title, choices, sku, quantity, unit_minor, total_minor)
    values (${tenantId}, ${newId("orderLine")}, ${id}, 0, ${productId}, ${newId("variant")}, 'Thing', '{}', '', 1, ${totalMinor}::bigint,
      ${totalMinor}::bigint)`
  await work.emit("order.confirmed", { orderId: id, totalMinor, currency: "USD" })
}

async function rename({ sql, tenantId, emit }: Work, { id, mark }: Deed): Promise<void> {
  await sql`update product set title = ${mark}, revision = revision + 1 where tenant_id = ${tenantId} and id = ${id}`
  await emit("product.changed", { productId: id, slug: mark, public: true })
}

async function endAs({ sql, tenantId }: Work, { end }: Deed): Promise<void> {
  if (end === "thrown") throw new CalledOff("it was called off")
  if (end === "refused")
    await sql`insert into product (tenant_id, id, slug, title) select tenant_id, id, slug, title from product
    where tenant_id = ${tenantId} limit 1`
  if (end === "cut") await sql`select pg_terminate_backend(pg_backend_pid())`
  if (end === "late") await new Promise((resolve) => setTimeout(resolve, lateMs))
}

/** Any other error may have come after the commit. */
function isMeant(error: unknown, { end }: Deed): boolean {
  if (end === "thrown") return error instanceof CalledOff
  const code = error instanceof Error && "code" in error ? error.code : undefined
  // A connection that is gone before anybody asked for a commit has committed nothing.
  return end === "cut" || code === "23505"
}

export const mailOf = (mark: string): string => `${mark}@mail.test`
