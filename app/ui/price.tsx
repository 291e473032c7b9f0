import { useFormats, useText } from "#app/text/text.tsx"
import type { Money } from "#server/kernel/money.ts"
import { classes } from "./classes.ts"

interface Props {
  amount: Money
  /** The price before; shown only when it is higher. */
  compareAt?: Money | null | undefined
  /** For goods whose variants differ in price. */
  from?: boolean
  large?: boolean
}

/** Written in the page's language. */
export function Price({ amount, compareAt, from, large }: Props) {
  const t = useText("ui")
  const { money } = useFormats()
  const cut = compareAt && compareAt.currency === amount.currency && compareAt.minor > amount.minor ? compareAt : undefined
  return (
    <span className={classes("price", large && "price-large")}>
      {from && <span className="font-normal text-muted text-sm">{t("price.from")}</span>}
      <span className={cut && "price-cut"}>
        {cut && <span className="sr-only">{t("price.now")} </span>}
        {money(amount)}
      </span>
      {cut && (
        <s>
          <span className="sr-only">{t("price.was")} </span>
          {money(cut)}
        </s>
      )}
    </span>
  )
}
