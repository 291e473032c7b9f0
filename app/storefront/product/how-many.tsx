import { type ReactNode, useState } from "react"
import { useText } from "#app/text/text.tsx"
import { QuantityStepper } from "#app/ui/quantity-stepper.tsx"
import type { VariantView } from "#server/domain/catalog/index.ts"

const mostAtOnce = 99

/** How many pieces, and how many of them are still to come. `children`: the button beside it. */
export function HowMany({ variant, children }: { variant: VariantView | undefined; children: ReactNode }) {
  const t = useText("storefront")
  const { free, promisable } = variant ?? { free: 0, promisable: 0 }
  const [wanted, setWanted] = useState(1)
  const later = promisable > 0 ? Math.max(0, wanted - free) : 0
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <QuantityStepper
          name="quantity"
          max={Math.max(1, Math.min(mostAtOnce, promisable))}
          disabled={promisable <= 0}
          onChange={setWanted}
        />
        {children}
      </div>
      <p aria-live="polite" className="text-muted text-sm empty:hidden">
        {later > 0 && free > 0 && t("product.later.some", { count: later })}
        {later > 0 && free <= 0 && t("product.later.all")}
      </p>
    </>
  )
}
