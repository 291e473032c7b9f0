import { useText } from "#app/text/text.tsx"
import { Badge } from "#app/ui/badge.tsx"
import type { ProductStatus } from "#server/domain/catalog/index.ts"

export function ProductState({ status }: { status: ProductStatus }) {
  const t = useText("console")
  return <Badge tone={status === "published" ? "positive" : "plain"}>{t(`product.state.${status}`)}</Badge>
}
