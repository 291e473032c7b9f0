import { Link } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"

export function PayOrCancel({ orderId, label }: { orderId: string; label: string }) {
  const t = useText("storefront")
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
      <LinkButton to={`/orders/${orderId}/payment`} icon="card">
        {label}
      </LinkButton>
      <Link to={`/orders/${orderId}/cancellation`} className="text-link">
        {t("order.cancel")}
      </Link>
    </div>
  )
}
