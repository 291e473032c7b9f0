import { useFetcher } from "@remix-run/react"
import { useEffect, useState } from "react"
import { useStocks } from "#app/live/use-stocks.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { OptionPicker } from "#app/ui/option-picker.tsx"
import { Price } from "#app/ui/price.tsx"
import { useToast } from "#app/ui/toast.tsx"
import type { ProductPage } from "#server/domain/catalog/index.ts"
import type { BundleContents } from "#server/domain/inventory/index.ts"
import { Contents } from "./contents.tsx"
import { HowMany } from "./how-many.tsx"
import { sendSignal } from "./send-signal.ts"
import { StockNow } from "./stock-now.tsx"
import { canBeOrdered, choose, firstChoice, offers, variantOf } from "./variant-choice.ts"
import { VariantField } from "./variant-field.tsx"
import { WatchForm } from "./watch-form.tsx"

/** What `/cart/lines` answers to a script. */
interface Added {
  readonly ok: boolean
  readonly message?: string
}

interface Props {
  product: ProductPage
  bundles: readonly BundleContents[]
}

/** Options, price, stock as it is now, and the button; what is in a bundle; and for what is sold out a way to be told. */
export function Purchase({ product, bundles }: Props) {
  const t = useText("storefront")
  const variants = useStocks(product.id, product.variants)
  const [choices, setChoices] = useState(() => firstChoice(product.variants))
  const { Form, data, state } = useFetcher<Added>()
  useAdded(data, product)
  const chosen = variantOf(variants, choices)
  const isOffered = chosen !== undefined && canBeOrdered(chosen)
  const path = `/products/${product.slug}`
  return (
    <div className="grid gap-6">
      <Form method="post" action="/cart/lines" className="purchase">
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          {chosen && <Price amount={chosen.price} large />}
          <StockNow key={chosen?.id} variant={chosen} />
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
        <input type="hidden" name="returnTo" value={path} />
        <HowMany key={chosen?.id} variant={chosen}>
          <Button
            size="large"
            className="flex-1"
            icon={isOffered ? "cart" : "close"}
            busy={state !== "idle"}
            disabled={!isOffered}
          >
            {isOffered ? t("product.add") : t("product.sold-out")}
          </Button>
        </HowMany>
        {data && !data.ok && <Notice tone="danger" title={data.message} live />}
      </Form>
      <WatchForm chosen={chosen} variants={variants} returnTo={path} />
      <Contents bundle={bundles.find(({ bundleId }) => bundleId === chosen?.id)} />
    </div>
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
