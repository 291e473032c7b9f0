import { useFetcher } from "@remix-run/react"
import { FormProblem } from "#app/console/form/form-problem.tsx"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import type { WrongForm } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Dialog } from "#app/ui/dialog.tsx"

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
        <Button type="button" look="secondary" icon="close" onClick={open}>
          {t("cancel.open")}
        </Button>
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
