import { surrogate } from "#server/kernel/tenant-keys.ts"
import { isEvent, type LoggedEvent } from "#server/messages/events.ts"

/** Which pages an event makes untrue. Lists depend on the shop and on each product they show. */
export function surrogatesOf(event: LoggedEvent): readonly string[] {
  const { tenantId } = event
  if (isEvent(event, "stock.moved")) return [surrogate.product(tenantId, event.payload.productId)]
  if (isEvent(event, "product.changed"))
    return [surrogate.product(tenantId, event.payload.productId), surrogate.shop(tenantId), surrogate.market()]
  return isAboutTenant(event) ? [surrogate.shop(tenantId), surrogate.market()] : []
}

export function isAboutTenant(event: LoggedEvent): boolean {
  return event.name.startsWith("tenant.")
}
