import { useFetcher } from "@remix-run/react"
import { useEffect, useId, useState } from "react"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { FieldError } from "#app/ui/field.tsx"
import type { StockRow } from "#server/domain/inventory/index.ts"

interface Answer {
  readonly problem: string
}

interface Props {
  row: StockRow
  /** One location, or none for the whole shop. */
  at: string
  /** What a page without scripts was told. */
  problem: string | undefined
}

/** How many lie there, changed in place. */
export function CountForm({ row, at, problem: told }: Props) {
  const t = useText("console")
  const id = useId()
  const { Form, data, state } = useFetcher<Answer>()
  const [typed, setTyped] = useState<string>()
  const problem = data?.problem ?? told
  useEffect(() => {
    if (data?.problem === "") setTyped(undefined)
  }, [data])
  const there = at === "" ? row.onHand : (row.shelves.find(({ locationId }) => locationId === at)?.onHand ?? 0)
  const title = [row.productTitle, ...row.choices].join(", ")
  return (
    <Form method="post" className="inline-grid justify-items-end gap-1">
      <input type="hidden" name="variantId" value={row.variantId} />
      {at !== "" && <input type="hidden" name="locationId" value={at} />}
      <span className="inline-flex items-center gap-1.5">
        <input
          type="number"
          name="onHand"
          inputMode="numeric"
          className="control w-24 text-end tabular-nums"
          aria-label={t("stock.count", { title })}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          value={typed ?? there}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button
          look={typed === undefined ? "secondary" : "primary"}
          size="small"
          busy={state !== "idle"}
          aria-label={t("stock.set.for", { title })}
        >
          {t("stock.set")}
        </Button>
      </span>
      {problem && (
        <span className="max-w-60 text-start" role="alert">
          <FieldError id={`${id}-problem`}>{problem}</FieldError>
        </span>
      )}
    </Form>
  )
}
