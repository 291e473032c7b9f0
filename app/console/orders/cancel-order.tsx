import { useFetcher } from "@remix-run/react"
import { FormProblem } from "#app/form/form-problem.tsx"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import type { WrongForm } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Dialog } from "#app/ui/dialog.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"

/** Asks once more: the goods go back on the shelf, and the shopper is told. */
export function CancelOrder({ orderId }: { orderId: string }) {
  const t = useText("console")
  const path = useShopPath()
  const { Form, data, state } = useFetcher<WrongForm>()
  return (
    <Dialog
      title={t("cancel.title")}
      text={t("cancel.text")}
      trigger={(open) => (
        // Without scripts the link leads to a page that asks the same.
        <LinkButton
          to={path("orders", orderId, "cancellation")}
          look="secondary"
          icon="close"
          role="button"
          onClick={(event) => {
            event.preventDefault()
            open()
          }}
        >
          {t("cancel.open")}
        </LinkButton>
      )}
    >
      {(close) => (
        <Form method="post" action={path("orders", orderId, "cancellation")} className="grid gap-4">
          <FormProblem errors={data?.errors} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button type="button" look="quiet" onClick={close}>
              {t("cancel.keep")}
            </Button>
            <Button look="danger" busy={state !== "idle"}>
              {t("cancel.do")}
            </Button>
          </div>
        </Form>
      )}
    </Dialog>
  )
}
