import { useText } from "#app/text/text.tsx"
import type { Reason, ShelfKind } from "#server/domain/recommendations/index.ts"

/** The sentence under a recommended product. */
export function useReason(): (reason: Reason) => string {
  const t = useText("storefront")
  return ({ kind, title }) =>
    kind === "because" && title !== undefined ? t("reason.because", { title }) : t(`reason.${plain(kind)}`)
}

export function useShelfTitle(): (kind: ShelfKind, about: string | undefined) => string {
  const t = useText("storefront")
  return (kind, about) => (kind === "because" ? t("shelf.because", { title: about ?? "" }) : t(`shelf.${kind}`))
}

function plain(kind: Reason["kind"]) {
  return kind === "because" ? "taste" : kind
}
