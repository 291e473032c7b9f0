import { useText } from "#app/text/text.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Notice } from "#app/ui/notice.tsx"

/** Beside the button that was pressed, where the eyes are. */
export function RefusedOrder({ reason }: { reason: string }) {
  const t = useText("storefront")
  return (
    <Notice tone="danger" title={t("checkout.refused")} live>
      <p>{reason}</p>
      <LinkButton to="/cart" look="secondary" size="small" className="mt-2">
        {t("checkout.to-cart")}
      </LinkButton>
    </Notice>
  )
}
