import { type FetcherWithComponents, useFetcher } from "@remix-run/react"
import { useShop } from "#app/storefront/layout.tsx"
import { pictureOf } from "#app/ui/picture-source.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { FieldError } from "#app/ui/field.tsx"
import type { QuoteLine } from "#server/domain/pricing/index.ts"
import { times } from "#server/kernel/money.ts"
import type { action } from "./cart.tsx"
import { GoodsLine } from "./goods-line.tsx"
import { LineControls } from "./line-controls.tsx"

export function CartLine({ line }: { line: QuoteLine }) {
  const t = useText("storefront")
  const { money } = useFormats()
  const { tenantId } = useShop()
  const fetcher = useFetcher<typeof action>()
  // What was asked for is shown at once; the server's word follows.
  const wanted = Number(fetcher.formData?.get("quantity") ?? line.quantity)
  const problem = useProblem(line, wanted, fetcher)
  if (wanted === 0) return null
  const later = problem ? 0 : Math.max(0, wanted - line.free)
  return (
    <li className="border-line border-t py-5 first:border-t-0 first:pt-0">
      <GoodsLine
        title={line.title}
        href={`/products/${line.productSlug}`}
        choices={line.choices}
        picture={pictureOf(tenantId, line.picture)}
        aside={money(times(line.unit, wanted))}
      >
        {wanted > 1 && <p className="text-muted text-sm">{t("cart.each", { price: money(line.unit) })}</p>}
        {later > 0 && (
          <p className="font-medium text-muted text-sm">
            {later < wanted ? t("cart.later.some", { count: later }) : t("cart.later.all")}
          </p>
        )}
        <LineControls line={line} fetcher={fetcher} />
        <div aria-live="polite">{problem && <FieldError>{problem}</FieldError>}</div>
      </GoodsLine>
    </li>
  )
}

function useProblem(line: QuoteLine, wanted: number, { data }: FetcherWithComponents<{ ok: boolean; message: string }>) {
  const t = useText("storefront")
  if (data && !data.ok) return data.message
  if (line.promisable <= 0) return t("cart.gone")
  return line.promisable < wanted ? t("cart.short", { free: line.promisable }) : undefined
}
