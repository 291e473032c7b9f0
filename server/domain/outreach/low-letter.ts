import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Reading } from "#server/context/work.ts"
import { stockShown } from "#server/domain/catalog/index.ts"
import { runsLow } from "#server/domain/inventory/index.ts"
import type { Letter } from "./letter.ts"
import { nameOf } from "./watched-goods.ts"
import { wordingIn } from "./wording-in.ts"

export interface LowGoods {
  readonly title: string
  readonly choices: readonly string[]
  readonly sku: string
  readonly free: number
}

/** Beyond this a list is no help: the page has them all. */
const mostRows = 25

/** What a letter tells of and is still true, the scarcest first. */
export function lowGoodsOf({ sql, tenantId }: Reading, letter: string): Promise<LowGoods[]> {
  return sql<LowGoods>`
    select p.title, v.choices, v.sku, greatest(0, s.free)::int as free
    from variant v join product p on p.tenant_id = v.tenant_id and p.id = v.product_id ${stockShown}
    where v.tenant_id = ${tenantId} and ${runsLow(tenantId)}
      and exists (select from stock_warning w where w.tenant_id = v.tenant_id and w.variant_id = v.id and w.letter = ${letter})
    order by s.free, p.title, v.position, v.id`
}

export function lowLetter({ tenant, ports }: TenantContext, goods: readonly LowGoods[], mayChange: boolean): Letter {
  const words = wordingIn(tenant.language)
  const more = goods.length - mostRows
  const stop = { label: words.lowStop, href: ports.links.console(`/shops/${tenant.slug}/settings/stock`) }
  return {
    subject: words.lowSubject(goods.length, tenant.name),
    heading: words.lowHeading(goods.length),
    paragraphs: [words.lowBody, ...(more > 0 ? [words.lowMore(more)] : [])],
    rows: goods.slice(0, mostRows).map(({ title, choices, sku, free }) => ({
      label: [nameOf(title, choices), sku].filter((part) => part !== "").join(" · "),
      amount: words.lowLeft(free),
    })),
    link: { label: words.lowLink, href: ports.links.console(`/shops/${tenant.slug}/stock?low=1`) },
    ...(mayChange && { stop }),
    closing: "Rialto",
  }
}
