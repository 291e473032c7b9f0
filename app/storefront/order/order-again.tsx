import { Form, useNavigation } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"

/** Puts the same goods into the cart and goes there. */
export function OrderAgain({ orderId }: { orderId: string }) {
  const t = useText("storefront")
  const action = `/orders/${orderId}/repetition`
  const isBusy = useNavigation().formAction === action
  return (
    <Form method="post" action={action}>
      <Button icon="cart" busy={isBusy}>
        {t("order.repeat")}
      </Button>
    </Form>
  )
}
