import { useId, useState } from "react"
import type { SteadyForm } from "#app/console/form/steady-form.ts"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import type { WrongForm } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { ContentPart, PartChoice } from "#server/domain/inventory/index.ts"

interface Props {
  variantId: string
  parts: readonly ContentPart[]
  choices: readonly PartChoice[]
  answer: WrongForm | undefined
  back: string
  form: SteadyForm
}

const mostLines = 20
/** Empty ones below what is there: enough to go on without scripts. */
const spare = 3

/** A line for each part: its article number, and how many of it. Without any the variant is an ordinary one again. */
export function BundleForm({ variantId, parts, choices, answer, back, form: { Form, doing } }: Props) {
  const t = useText("console")
  const list = useId()
  const ref = useFirstError<HTMLFormElement>(answer?.errors)
  const sent = Object.keys(answer?.values ?? {}).filter((name) => name.endsWith(".sku")).length
  const [lines, setLines] = useState(Math.min(mostLines, Math.max(parts.length, sent) + spare))
  return (
    <Form ref={ref} method="post" className="panel grid max-w-3xl gap-4 p-4 sm:p-5" noValidate>
      <FormProblem errors={answer?.errors} besides={["parts", "variantId"]} />
      <input type="hidden" name="variantId" value={variantId} />
      <datalist id={list}>
        {choices.map(({ variantId: id, sku, title, choices: values }) => (
          <option key={id} value={sku}>
            {[title, ...values].join(" · ")}
          </option>
        ))}
      </datalist>
      <ol className="grid gap-3">
        {[...Array(lines).keys()].map((at) => (
          <PartLine key={at} at={at} part={parts[at]} choices={choices} answer={answer} list={list} />
        ))}
      </ol>
      {lines < mostLines && (
        <div>
          <Button type="button" look="secondary" size="small" icon="plus" onClick={() => setLines(lines + 1)}>
            {t("bundle.add")}
          </Button>
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton to={back} look="quiet">
          {t("stock.product")}
        </LinkButton>
        <Button icon="check" busy={doing !== undefined}>
          {t("product.save")}
        </Button>
      </div>
    </Form>
  )
}

interface LineProps {
  at: number
  part: ContentPart | undefined
  choices: readonly PartChoice[]
  answer: WrongForm | undefined
  list: string
}

function PartLine({ at, part, choices, answer, list }: LineProps) {
  const t = useText("console")
  const [skuName, quantityName] = [`parts[${at}].sku`, `parts[${at}].quantity`]
  const [sku, setSku] = useState(typed(answer?.values, skuName, answer ? "" : part?.sku))
  const known = choices.find((choice) => choice.sku === sku)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_6rem] items-start gap-3">
      <Field
        label={t("bundle.part", { number: at + 1 })}
        error={answer?.errors[skuName]}
        hint={known && [known.title, ...known.choices].join(" · ")}
      >
        <TextInput
          name={skuName}
          list={list}
          maxLength={64}
          autoComplete="off"
          className="font-mono"
          placeholder={t("variants.sku")}
          value={sku}
          onChange={(event) => setSku(event.target.value)}
        />
      </Field>
      <Field label={t("bundle.quantity")} error={answer?.errors[quantityName]}>
        <TextInput
          type="number"
          name={quantityName}
          min={1}
          inputMode="numeric"
          className="text-end tabular-nums"
          defaultValue={typed(answer?.values, quantityName, String(part?.quantity ?? 1))}
        />
      </Field>
    </li>
  )
}
