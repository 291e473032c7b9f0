import type { ReactNode } from "react"
import type { SteadyForm } from "#app/console/form/steady-form.ts"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { Select } from "#app/ui/select.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { LocationView, StockRow } from "#server/domain/inventory/index.ts"
import type { VariantAnswer } from "./variant-stock.tsx"

interface Props {
  row: StockRow
  locations: readonly LocationView[]
  answer: VariantAnswer | undefined
  form: SteadyForm
}

/** What lies at which place; what came, what was counted, what was carried from one to another. */
export function ShelfForms({ row, locations, answer, form }: Props) {
  const t = useText("console")
  const { number } = useFormats()
  const there = (id: string) => row.shelves.find(({ locationId }) => locationId === id)?.onHand ?? 0
  const values = answer?.ok ? undefined : answer?.values
  const places = locations.map(({ id, name }) => ({ value: id, label: `${name} (${number(there(id))})` }))
  const place = (name: string, label: string, fallback = places[0]?.value) =>
    places.length > 1 && (
      <div className="w-full sm:w-44">
        <Field label={label}>
          <Select name={name} choices={places} defaultValue={typed(values, name, fallback)} />
        </Field>
      </div>
    )
  return (
    <section className="panel grid gap-5 p-4 sm:p-5">
      <h2 className="text-lg">{t("shelves.title")}</h2>
      {locations.length > 1 && (
        <dl className="key-values">
          {locations.map(({ id, name }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd className="tabular-nums">{number(there(id))}</dd>
            </div>
          ))}
        </dl>
      )}
      <Deed name="receive" label={t("shelves.receive")} {...{ answer, form }}>
        {place("locationId", t("shelves.at"))}
        <Pieces name="pieces" label={t("shelves.came")} answer={answer} of="receive" />
      </Deed>
      <Deed name="count" label={t("shelves.count")} {...{ answer, form }}>
        {place("locationId", t("shelves.at"))}
        <Pieces name="onHand" label={t("shelves.counted")} answer={answer} of="count" />
      </Deed>
      {locations.length > 1 && (
        <Deed name="transfer" label={t("shelves.transfer")} {...{ answer, form }}>
          {place("fromId", t("shelves.from"))}
          {place("toId", t("shelves.to"), places[1]?.value)}
          <Pieces name="moved" label={t("shelves.moved")} answer={answer} of="transfer" />
        </Deed>
      )}
    </section>
  )
}

interface DeedProps {
  name: "receive" | "count" | "transfer"
  label: string
  answer: VariantAnswer | undefined
  form: SteadyForm
  children: ReactNode
}

function Deed({ name, label, answer, form: { Form, doing }, children }: DeedProps) {
  const ref = useFirstError<HTMLFormElement>(answer?.did === name ? answer.errors : undefined)
  return (
    <Form
      ref={ref}
      method="post"
      aria-label={label}
      className="flex flex-wrap items-start gap-3 border-line border-t pt-4"
      noValidate
    >
      {children}
      <Button name="do" value={name} look="secondary" className="mt-7" busy={doing === name}>
        {label}
      </Button>
    </Form>
  )
}

interface PiecesProps {
  name: string
  label: string
  of: string
  answer: VariantAnswer | undefined
}

function Pieces({ name, label, of, answer }: PiecesProps) {
  const own = answer?.did === of && !answer.ok ? answer : undefined
  return (
    <Field label={label} error={own?.errors[name]}>
      <TextInput
        type="number"
        name={name}
        min={0}
        inputMode="numeric"
        className="w-28 text-end tabular-nums"
        defaultValue={typed(own?.values, name)}
      />
    </Field>
  )
}
