import { useShop } from "#app/console/shop/use-shop.ts"
import type { FieldErrors } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { type EditedOption, type EditedVariants, matrixOf, mostRows } from "./variant-matrix.ts"
import { VariantRow } from "./variant-row.tsx"

interface Props {
  options: readonly EditedOption[]
  variants: EditedVariants
  onChange: (variants: EditedVariants) => void
  stocked: Readonly<Record<string, number>>
  errors: FieldErrors | undefined
}

/** A line for each combination of the options' values: price, number and stock. */
export function MatrixFields({ options, variants, onChange, stocked, errors }: Props) {
  const t = useText("console")
  const { currency } = useShop()
  const rows = matrixOf(options, variants)
  const offered = rows.filter(({ isOffered }) => isOffered)
  const isSimple = rows.length === 1 && rows[0]?.choices.length === 0
  const samePrice = () => {
    const price = rows[0]?.price ?? ""
    onChange({ ...variants, ...Object.fromEntries(rows.map(({ key, choices: _, ...row }) => [key, { ...row, price }])) })
  }
  if (rows.length > mostRows) return <Notice tone="danger" title={t("variants.many", { most: mostRows })} live />
  return (
    <section className="panel p-4 sm:p-5">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 className="text-lg">{t(isSimple ? "variants.title.simple" : "variants.title")}</h2>
          <p className="text-muted text-sm">
            {isSimple ? t("variants.text.simple") : t("variants.text", { count: offered.length })}
          </p>
        </div>
        {rows.length > 1 && (
          <Button type="button" look="secondary" size="small" onClick={samePrice}>
            {t("variants.same-price")}
          </Button>
        )}
      </div>
      <ul className="grid">
        {rows.map((row) => (
          <VariantRow
            key={row.key}
            row={row}
            at={offered.findIndex(({ key }) => key === row.key)}
            currency={currency}
            onHand={stocked[row.key]}
            isAlone={rows.length === 1}
            errors={errors}
            onChange={(part) => {
              const { key, choices: _, ...before } = row
              onChange({ ...variants, [key]: { ...before, ...part } })
            }}
          />
        ))}
      </ul>
    </section>
  )
}
