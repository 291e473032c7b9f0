import { useText } from "#app/text/text.tsx"
import type { ShipmentView } from "#server/domain/orders/index.ts"

export function Parcels({ shipments }: { shipments: readonly ShipmentView[] }) {
  const t = useText("storefront")
  return shipments.map(({ id, carrier, tracking }) => (
    <p key={id}>
      {t("order.shipped.text", { carrier })}
      {tracking && (
        <>
          {" · "}
          {t("order.tracking")} <span className="select-all font-mono">{tracking}</span>
        </>
      )}
    </p>
  ))
}
