import { useFetcher } from "@remix-run/react"
import { useEffect, useState } from "react"
import { FormProblem } from "#app/form/form-problem.tsx"
import { useText } from "#app/text/text.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { Select } from "#app/ui/select.tsx"
import type { VariantView } from "#server/domain/catalog/index.ts"
import { useScripted } from "./use-scripted.ts"
import { canBeOrdered } from "./variant-choice.ts"
import type { WatchAnswer } from "./watch.tsx"
import { WatchFields } from "./watch-fields.tsx"

interface Props {
  chosen: VariantView | undefined
  variants: readonly VariantView[]
  returnTo: string
}

/** "Tell me when it is back", for the chosen variant; without scripts, for any that is sold out. */
export function WatchForm({ chosen, variants, returnTo }: Props) {
  const t = useText("storefront")
  const isScripted = useScripted()
  const gone = variants.filter((variant) => !canBeOrdered(variant))
  if (isScripted)
    return chosen && gone.includes(chosen) ? <Asking key={chosen.id} variantId={chosen.id} {...{ returnTo }} /> : null
  if (gone.length === 0) return null
  return (
    <noscript>
      <form method="post" action="/back-in-stock" className="panel grid gap-4 p-4 sm:p-5">
        <h2 className="text-lg">{t("watch.title")}</h2>
        <Select
          name="variantId"
          aria-label={t("product.variant")}
          choices={gone.map(({ id, choices }) => ({ value: id, label: choices.join(" / ") || t("watch.this") }))}
        />
        <WatchFields {...{ returnTo }} />
      </form>
    </noscript>
  )
}

function Asking({ variantId, returnTo }: { variantId: string; returnTo: string }) {
  const t = useText("storefront")
  const { Form, data, state } = useFetcher<WatchAnswer>()
  const [told, setTold] = useState<WatchAnswer>()
  useEffect(() => setTold(data), [data])
  if (told?.ok)
    return (
      <Notice tone="success" title={t(`watch.${told.outcome}.title`)} live>
        {t(`watch.${told.outcome}.text`)}
      </Notice>
    )
  return (
    <Form method="post" action="/back-in-stock" className="panel grid gap-4 p-4 sm:p-5" noValidate>
      <h2 className="text-lg">{t("watch.title")}</h2>
      <FormProblem errors={told?.errors} besides={["variantId"]} />
      <input type="hidden" name="variantId" value={variantId} />
      <WatchFields {...{ returnTo }} answer={told} busy={state !== "idle"} />
    </Form>
  )
}
