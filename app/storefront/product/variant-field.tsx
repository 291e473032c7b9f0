import { useEffect, useState } from "react"
import { useText } from "#app/text/text.tsx"
import { Select } from "#app/ui/select.tsx"
import type { VariantView } from "#server/domain/catalog/index.ts"

/** Sends the chosen variant; without scripts, where chips choose nothing, a list of all variants does. */
export function VariantField({ chosen, variants }: { chosen: VariantView | undefined; variants: readonly VariantView[] }) {
  const t = useText("storefront")
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  if (scripted || variants.length === 1) return <input type="hidden" name="variantId" value={chosen?.id ?? ""} />
  return (
    <noscript>
      <Select
        name="variantId"
        aria-label={t("product.variant")}
        choices={variants.filter(({ free }) => free > 0).map(({ id, choices }) => ({ value: id, label: choices.join(" / ") }))}
      />
    </noscript>
  )
}
