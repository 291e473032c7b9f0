import type { SteadyForm } from "#app/console/form/steady-form.ts"
import { typed } from "#app/form/typed.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field, FieldError } from "#app/ui/field.tsx"
import { IconButton } from "#app/ui/icon-button.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { LocationView } from "#server/domain/inventory/index.ts"
import type { StockRoomAnswer } from "./stock-settings.tsx"

interface Props {
  location: LocationView
  /** Of all. */
  count: number
  answer: StockRoomAnswer | undefined
  form: SteadyForm
}

/** One place: what it is called, when it serves, and an end to it. */
export function LocationRow({ location: { id, name, priority, pieces }, count, answer, form: { Form, doing } }: Props) {
  const t = useText("console")
  const problem = answer?.errors?.["name"]
  const busy = doing !== undefined
  return (
    <li className="grid gap-2 py-4">
      <Form method="post" className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_auto]" noValidate>
        <input type="hidden" name="locationId" value={id} />
        <Field
          label={t("locations.name", { number: priority })}
          error={answer?.did === "rename" ? problem : undefined}
          hint={t("locations.pieces", { count: pieces })}
        >
          <TextInput key={name} name="name" maxLength={60} required defaultValue={typed(answer?.values, "name", name)} />
        </Field>
        <Button name="do" value="rename" look="secondary" className="sm:mt-7" busy={busy}>
          {t("locations.rename")}
        </Button>
      </Form>
      <Form method="post" className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="locationId" value={id} />
        <IconButton
          type="submit"
          icon="up"
          name="do"
          value="earlier"
          label={t("locations.earlier", { name })}
          disabled={priority === 1}
        />
        <IconButton
          type="submit"
          icon="down"
          name="do"
          value="later"
          label={t("locations.later", { name })}
          disabled={priority === count}
        />
        {count > 1 && (
          <Button
            name="do"
            value="close"
            look="quiet"
            size="small"
            icon="close"
            busy={busy}
            aria-label={t("locations.close.one", { name })}
          >
            {t("locations.close")}
          </Button>
        )}
      </Form>
      {problem && answer?.did !== "rename" && (
        <div role="alert">
          <FieldError>{problem}</FieldError>
        </div>
      )}
    </li>
  )
}
