import { useViewers } from "#app/live/use-viewers.ts"
import { useText } from "#app/text/text.tsx"
import { Icon } from "#app/ui/icon.tsx"

/** "3 people are looking at this": said only when there is company. */
export function Viewers({ productId }: { productId: string }) {
  const t = useText("storefront")
  const count = useViewers(productId)
  if (count < 2) return null
  return (
    <p className="flex items-center gap-2 text-muted text-sm" role="status">
      <Icon name="people" size={18} />
      {t("product.viewers", { count })}
    </p>
  )
}
