import { Link } from "@remix-run/react"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import type { FieldErrors } from "#app/http/read-form.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { EditedVariant, MatrixRow } from "./variant-matrix.ts"

interface Props {
  row: MatrixRow
  /** Its place among those that are offered, under which it is sent. */
  at: number
  currency: string
  /** Of a variant that exists. */
  onHand: number | undefined
  isAlone: boolean
  errors: FieldErrors | undefined
  onChange: (part: Partial<EditedVariant>) => void
}

export function VariantRow({ row, at, currency, onHand, isAlone, errors, onChange }: Props) {
  const t = useText("console")
  const { choices, price, sku, isOffered } = row
  const name = `variants[${at}]`
  const error = (field: string) => (isOffered ? errors?.[`${name}.${field}`] : undefined)
  return (
    <li className="group/row grid items-start gap-3 border-line border-t py-3 first:border-t-0 sm:not-first:[&_.label]:sr-only sm:grid-cols-[minmax(0,2fr)_minmax(0,1.2fr)_minmax(0,1.6fr)_minmax(0,1fr)]">
      <VariantName row={row} isAlone={isAlone} onChange={onChange} />
      {isOffered && (
        <>
          {[...choices.entries()].map(([place, choice]) => (
            <input key={place} type="hidden" name={`${name}.choices[]`} value={choice} />
          ))}
          <Field label={t("variants.price", { currency })} error={error("price") ?? error("choices")}>
            <TextInput
              name={`${name}.price`}
              inputMode="decimal"
              autoComplete="off"
              className="text-end tabular-nums"
              value={price}
              onChange={(event) => onChange({ price: event.target.value })}
              required
            />
          </Field>
          <Field label={t("variants.sku")} error={error("sku")}>
            <TextInput
              name={`${name}.sku`}
              maxLength={64}
              autoComplete="off"
              className="font-mono"
              placeholder={t("variants.sku.own")}
              value={sku}
              onChange={(event) => onChange({ sku: event.target.value })}
            />
          </Field>
          <StockCell
            name={`${name}.onHand`}
            onHand={onHand}
            value={row.onHand}
            error={error("onHand")}
            onChange={(next) => onChange({ onHand: next })}
          />
        </>
      )}
    </li>
  )
}

/** With others beside it, a combination can be left out. */
function VariantName({ row: { choices, isOffered }, isAlone, onChange }: Pick<Props, "row" | "isAlone" | "onChange">) {
  const t = useText("console")
  const place = "flex min-h-11 items-center gap-3 sm:group-first/row:mt-6"
  if (isAlone) return <span className={place}>{choices.length > 0 ? choices.join(" · ") : t("variants.only")}</span>
  return (
    <label className={`${place} font-medium`}>
      <input
        type="checkbox"
        className="size-5 flex-none"
        checked={isOffered}
        aria-label={t("variants.offer", { name: choices.join(", ") })}
        onChange={(event) => onChange({ isOffered: event.target.checked })}
      />
      <span className={isOffered ? undefined : "text-muted line-through"}>{choices.join(" · ")}</span>
    </label>
  )
}

interface StockProps {
  name: string
  onHand: number | undefined
  value: string
  error: string | undefined
  onChange: (onHand: string) => void
}

/** New variants begin with a number; those that are sold already are counted on the stock page. */
function StockCell({ name, onHand, value, error, onChange }: StockProps) {
  const t = useText("console")
  const { number } = useFormats()
  const path = useShopPath()
  if (onHand === undefined) {
    return (
      <Field label={t("variants.stock")} error={error}>
        <TextInput
          type="number"
          name={name}
          min={0}
          inputMode="numeric"
          className="text-end tabular-nums"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
    )
  }
  return (
    <div className="field">
      <span className="label">{t("variants.stock")}</span>
      <Link to={path("stock")} className="flex min-h-11 items-center justify-end gap-2 text-link tabular-nums hover:underline">
        {number(onHand)}
      </Link>
    </div>
  )
}
