import { useFetcher } from "@remix-run/react"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import type { WrongForm } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"

/** Carrier and number of the parcel. `answer`: what a page without scripts was told. */
export function ShipForm({ orderId, answer }: { orderId: string; answer?: WrongForm | undefined }) {
  const t = useText("console")
  const path = useShopPath()
  const { Form, data = answer, state } = useFetcher<WrongForm>()
  const form = useFirstError<HTMLFormElement>(data?.errors)
  return (
    <section className="panel border-accent p-4 sm:p-5">
      <h2 className="text-lg">{t("ship.title")}</h2>
      <p className="mb-4 text-muted text-sm">{t("ship.text")}</p>
      <Form
        ref={form}
        method="post"
        action={path("orders", orderId, "shipment")}
        className="grid items-start gap-4 sm:grid-cols-[1fr_1fr_auto]"
        noValidate
      >
        <Field label={t("ship.carrier")} error={data?.errors["carrier"]}>
          <TextInput name="carrier" maxLength={60} list="carriers" defaultValue={typed(data?.values, "carrier")} required />
        </Field>
        <datalist id="carriers">
          {["DHL", "UPS", "FedEx", "USPS", "DPD", "GLS", "Hermes", "Royal Mail", "顺丰速运", "中通快递", "EMS"].map((carrier) => (
            <option key={carrier} value={carrier} />
          ))}
        </datalist>
        <Field label={t("ship.tracking")} error={data?.errors["tracking"]} optional>
          <TextInput
            name="tracking"
            maxLength={80}
            autoComplete="off"
            className="font-mono"
            defaultValue={typed(data?.values, "tracking")}
          />
        </Field>
        <Button icon="truck" busy={state !== "idle"} className="sm:mt-[1.6rem]">
          {t("ship.do")}
        </Button>
        <div className="empty:hidden sm:col-span-3">
          <FormProblem errors={data?.errors} />
        </div>
      </Form>
    </section>
  )
}
