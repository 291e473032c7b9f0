import type { SteadyForm } from "#app/console/form/steady-form.ts"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { LocationView } from "#server/domain/inventory/index.ts"
import { LocationRow } from "./location-row.tsx"
import type { StockRoomAnswer } from "./stock-settings.tsx"

interface Props {
  locations: readonly LocationView[]
  answer: StockRoomAnswer | undefined
  form: SteadyForm
}

/** The open places, the first serving first, and a way to open another. */
export function LocationList({ locations, answer, form }: Props) {
  const t = useText("console")
  const opening = answer?.did === "open" ? answer : undefined
  return (
    <section className="panel grid gap-4 p-4 sm:p-5">
      <div>
        <h2 className="text-lg">{t("locations.title")}</h2>
        <p className="text-muted text-sm">{t("locations.text")}</p>
      </div>
      <ol className="divide-y divide-line">
        {locations.map((location) => (
          <LocationRow
            key={location.id}
            location={location}
            count={locations.length}
            form={form}
            answer={answer?.locationId === location.id ? answer : undefined}
          />
        ))}
      </ol>
      {/* A new form once a location was opened, with nothing in it. */}
      <OpenForm key={locations.length} answer={opening} form={form} />
    </section>
  )
}

function OpenForm({ answer, form: { Form, doing } }: Pick<Props, "answer" | "form">) {
  const t = useText("console")
  const ref = useFirstError<HTMLFormElement>(answer?.errors)
  return (
    <Form
      ref={ref}
      method="post"
      className="grid items-start gap-3 border-line border-t pt-4 sm:grid-cols-[minmax(0,1fr)_auto]"
      noValidate
    >
      <Field label={t("locations.new")} error={answer?.errors?.["name"]}>
        <TextInput name="name" maxLength={60} required defaultValue={typed(answer?.values, "name")} />
      </Field>
      <Button name="do" value="open" look="secondary" icon="plus" className="sm:mt-7" busy={doing === "open"}>
        {t("locations.open")}
      </Button>
    </Form>
  )
}
