import { useFetcher } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Notice } from "#app/ui/notice.tsx"

/** Articles that the shop has withdrawn since they were put into the cart. */
export function MissingLines({ variantIds }: { variantIds: readonly string[] }) {
  const t = useText("storefront")
  const { Form, state } = useFetcher()
  return (
    <Notice tone="warning" title={t("cart.missing.title", { count: variantIds.length })}>
      <p>{t("cart.missing.text")}</p>
      <Form method="post" action="/cart" className="mt-3">
        {variantIds.map((id) => (
          <input key={id} type="hidden" name="variantId[]" value={id} />
        ))}
        <Button look="secondary" size="small" name="quantity" value="0" busy={state !== "idle"}>
          {t("cart.missing.remove")}
        </Button>
      </Form>
    </Notice>
  )
}
