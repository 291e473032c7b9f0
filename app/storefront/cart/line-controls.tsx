import type { FetcherWithComponents } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { QuantityStepper } from "#app/ui/quantity-stepper.tsx"
import type { QuoteLine } from "#server/domain/pricing/index.ts"
import { useSettled } from "./use-settled.ts"

const mostOfOne = 99

interface Props {
  line: QuoteLine
  fetcher: Pick<FetcherWithComponents<unknown>, "Form" | "submit">
}

/** How many, or none. Without scripts a button sends the number. */
export function LineControls({ line, fetcher: { Form, submit } }: Props) {
  const t = useText("storefront")
  const { variantId, title, quantity, promisable } = line
  const send = useSettled((wanted: number) => {
    submit({ "variantId[]": variantId, quantity: wanted }, { method: "post", action: "/cart" })
  })
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Form method="post" action="/cart" className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="variantId[]" value={variantId} />
        <QuantityStepper
          name="quantity"
          defaultValue={quantity}
          max={Math.max(1, quantity, Math.min(mostOfOne, promisable))}
          label={t("cart.quantity", { title })}
          onChange={send}
        />
        <noscript>
          <Button look="secondary">{t("cart.update")}</Button>
        </noscript>
      </Form>
      <Form method="post" action="/cart">
        <input type="hidden" name="variantId[]" value={variantId} />
        <Button look="quiet" size="small" icon="trash" name="quantity" value="0" aria-label={t("cart.remove.one", { title })}>
          {t("cart.remove")}
        </Button>
      </Form>
    </div>
  )
}
