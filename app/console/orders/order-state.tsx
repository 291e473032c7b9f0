import { useText } from "#app/text/text.tsx"
import { Badge, type Tone } from "#app/ui/badge.tsx"
import type { OrderStatus } from "#server/domain/orders/index.ts"

const tones: Readonly<Record<OrderStatus, Tone>> = {
  placed: "warning",
  paid: "info",
  shipped: "positive",
  cancelled: "plain",
  refunded: "plain",
}

export function OrderState({ status }: { status: OrderStatus }) {
  const t = useText("console")
  return <Badge tone={tones[status]}>{t(`order.state.${status}`)}</Badge>
}
