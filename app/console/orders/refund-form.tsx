import { Form, useNavigation } from "@remix-run/react"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import type { WrongForm } from "#app/http/read-form.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { OrderView } from "#server/domain/orders/index.ts"

interface Props {
  order: OrderView
  /** Sent twice it is one refund. */
  formKey: string
  answer: WrongForm | undefined
}

/** Pieces, shipping, or another sum: what goes back, and what goes back on the shelf. */
export function RefundForm({ order, formKey, answer }: Props) {
  const t = useText("console")
  const { money } = useFormats()
  const path = useShopPath()
  const { state } = useNavigation()
  const form = useFirstError<HTMLFormElement>(answer?.errors)
  return (
    <Form ref={form} method="post" className="panel grid max-w-2xl gap-5 p-4 sm:p-5" noValidate>
      <input type="hidden" name="key" value={formKey} />
      <FormProblem errors={answer?.errors} besides={["key"]} />
      <fieldset className="grid gap-4">
        <legend className="label">{t("refund.pieces")}</legend>
        {order.lines.map((line, at) => (
          <PiecesField key={line.id} line={line} at={at} answer={answer} />
        ))}
      </fieldset>
      {order.shipping.minor > 0n && (
        <label className="flex min-h-11 items-center gap-3">
          <input type="checkbox" name="withShipping" className="size-5 flex-none" />
          {t("refund.shipping", { amount: money(order.shipping) })}
        </label>
      )}
      <Field label={t("refund.amount")} hint={t("refund.amount.hint")} error={answer?.errors["amount"]} optional>
        <TextInput name="amount" inputMode="decimal" autoComplete="off" maxLength={20} className="max-w-40" />
      </Field>
      <Field label={t("refund.note")} error={answer?.errors["note"]} optional>
        <TextInput name="note" maxLength={500} defaultValue={typed(answer?.values, "note")} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton to={path("orders", order.id)} look="quiet">
          {t("refund.back")}
        </LinkButton>
        <Button look="danger" busy={state !== "idle"}>
          {t("refund.do")}
        </Button>
      </div>
    </Form>
  )
}

function PiecesField({ line, at, answer }: { line: OrderView["lines"][number]; at: number; answer: WrongForm | undefined }) {
  const t = useText("console")
  const name = `pieces[${at}].quantity`
  const rest = line.quantity - line.refundedQuantity
  const title = [line.title, ...line.choices].join(" · ")
  return (
    <div className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
      <input type="hidden" name={`pieces[${at}].lineId`} value={line.id} />
      <Field
        label={t("refund.pieces.of", { title })}
        hint={t("refund.pieces.rest", { count: rest })}
        error={answer?.errors[name]}
      >
        <TextInput
          type="number"
          name={name}
          min={0}
          max={rest}
          className="max-w-24"
          disabled={rest === 0}
          defaultValue={typed(answer?.values, name, "0")}
        />
      </Field>
      <label className="flex min-h-11 items-center gap-3 text-sm">
        <input type="checkbox" name={`pieces[${at}].restock`} className="size-5 flex-none" disabled={rest === 0} />
        {t("refund.restock")}
      </label>
    </div>
  )
}
