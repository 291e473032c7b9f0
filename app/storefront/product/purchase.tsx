import { useFetcher } from "@remix-run/react"
import { useEffect, useState } from "react"
import { useStocks } from "#app/live/use-stocks.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { OptionPicker } from "#app/ui/option-picker.tsx"
import { Price } from "#app/ui/price.tsx"
import { QuantityStepper } from "#app/ui/quantity-stepper.tsx"
import { StockBadge } from "#app/ui/stock-badge.tsx"
import { useToast } from "#app/ui/toast.tsx"
import type { ProductPage } from "#server/domain/catalog/index.ts"
import { sendSignal } from "./send-signal.ts"
import { choose, firstChoice, offers, variantOf } from "./variant-choice.ts"
import { VariantField } from "./variant-field.tsx"

/** What `/cart/lines` answers to a script. */
interface Added {
  readonly ok: boolean
  readonly message?: string
}

/** Options, price, stock as it is now, and the button. */
export function Purchase({ product }: { product: ProductPage }) {
  const t = useText("storefront")
  const variants = useStocks(product.id, product.variants)
  const [choices, setChoices] = useState(() => firstChoice(product.variants))
  const { Form, data, state } = useFetcher<Added>()
  useAdded(data, product)
  const chosen = variantOf(variants, choices)
  const free = chosen?.free ?? 0
  return (
    <Form method="post" action="/cart/lines" className="purchase">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        {chosen && <Price amount={chosen.price} large />}
        <StockBadge free={free} live />
      </p>
      {product.options.map((option, index) => (
        <OptionPicker
          key={option.name}
          legend={option.name}
          name={`choice-${index}`}
          options={offers(variants, option, index, choices)}
          value={choices[index] ?? ""}
          onChange={(value) => setChoices(choose(variants, choices, index, value))}
        />
      ))}
      <VariantField chosen={chosen} variants={variants} />
      <input type="hidden" name="returnTo" value={`/products/${product.slug}`} />
      <div className="flex flex-wrap items-center gap-3">
        <QuantityStepper key={chosen?.id} name="quantity" max={Math.max(1, Math.min(99, free))} disabled={free <= 0} />
        <Button size="large" className="flex-1" icon={free > 0 ? "cart" : "close"} busy={state !== "idle"} disabled={free <= 0}>
          {free > 0 ? t("product.add") : t("product.sold-out")}
        </Button>
      </div>
      {data && !data.ok && <Notice tone="danger" title={data.message} live />}
    </Form>
  )
}

function useAdded(added: Added | undefined, { id, title }: Pick<ProductPage, "id" | "title">): void {
  const t = useText("storefront")
  const toast = useToast()
  // Each answer is told once; the toast function and the words may be new at every render.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the answer matters
  useEffect(() => {
    if (!added?.ok) return
    toast(t("product.added", { title }))
    sendSignal("cart", id)
  }, [added])
}
