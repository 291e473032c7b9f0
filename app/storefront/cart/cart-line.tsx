import { useFetcher } from "@remix-run/react"
import { shopPicture } from "#app/storefront/shop-card.ts"
import { useShop } from "#app/storefront/layout.tsx"
import { useFormats, useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { FieldError } from "#app/ui/field.tsx"
import { QuantityStepper } from "#app/ui/quantity-stepper.tsx"
import type { QuoteLine } from "#server/domain/pricing/index.ts"
import { times } from "#server/kernel/money.ts"
import type { action } from "./cart.tsx"
import { GoodsLine } from "./goods-line.tsx"
import { useSettled } from "./use-settled.ts"

const mostOfOne = 99

export function CartLine({ line }: { line: QuoteLine }) {
  const t = useText("storefront")
  const { money } = useFormats()
  const { tenantId } = useShop()
  const fetcher = useFetcher<typeof action>()
  const wanted = Number(fetcher.formData?.get("quantity") ?? line.quantity)
  const send = useSettled((quantity: number) => {
    fetcher.submit({ "variantId[]": line.variantId, quantity }, { method: "post", action: "/cart" })
  })
  if (wanted === 0) return null
  return (
    <li className="border-line border-t py-5 first:border-t-0 first:pt-0">
      <GoodsLine
        title={line.title}
        href={`/products/${line.productSlug}`}
        choices={line.choices}
        picture={shopPicture(tenantId, line.picture)}
        aside={money(times(line.unit, wanted))}
      >
        {wanted > 1 && <p className="text-muted text-sm">{t("cart.each", { price: money(line.unit) })}</p>}
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <fetcher.Form method="post" action="/cart" className="flex flex-wrap items-center gap-2">
            <input type="hidden" name="variantId[]" value={line.variantId} />
            <QuantityStepper
              name="quantity"
              defaultValue={line.quantity}
              max={Math.max(1, line.quantity, Math.min(mostOfOne, line.free))}
              label={t("cart.quantity", { title: line.title })}
              onChange={send}
            />
            <noscript>
              <Button look="secondary">{t("cart.update")}</Button>
            </noscript>
          </fetcher.Form>
          <fetcher.Form method="post" action="/cart">
            <input type="hidden" name="variantId[]" value={line.variantId} />
            <Button
              look="quiet"
              size="small"
              icon="trash"
              name="quantity"
              value="0"
              aria-label={t("cart.remove.one", { title: line.title })}
            >
              {t("cart.remove")}
            </Button>
          </fetcher.Form>
        </div>
        <div aria-live="polite">{problem()}</div>
      </GoodsLine>
    </li>
  )

  function problem() {
    if (fetcher.data && !fetcher.data.ok) return <FieldError>{fetcher.data.message}</FieldError>
    if (line.free <= 0) return <FieldError>{t("cart.gone")}</FieldError>
    if (line.free < wanted) return <FieldError>{t("cart.short", { free: line.free })}</FieldError>
    return null
  }
}
