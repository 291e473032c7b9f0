import { useText } from "#app/text/text.tsx"
import { Select } from "#app/ui/select.tsx"
import type { VariantView } from "#server/domain/catalog/index.ts"
import { useScripted } from "./use-scripted.ts"
import { canBeOrdered } from "./variant-choice.ts"

/** Sends the chosen variant; without scripts, where chips choose nothing, a list of all variants does. */
export function VariantField({ chosen, variants }: { chosen: VariantView | undefined; variants: readonly VariantView[] }) {
  const t = useText("storefront")
  const isScripted = useScripted()
  if (isScripted || variants.length === 1) return <input type="hidden" name="variantId" value={chosen?.id ?? ""} />
  return (
    <noscript>
      <Select
        name="variantId"
        aria-label={t("product.variant")}
        choices={variants.filter(canBeOrdered).map(({ id, choices }) => ({ value: id, label: choices.join(" / ") }))}
      />
    </noscript>
  )
}
