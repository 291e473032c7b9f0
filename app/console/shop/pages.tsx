import { Outlet, useRouteError } from "@remix-run/react"
import { troubleOf } from "#app/http/trouble.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { useShopPath } from "./use-shop.ts"

/** What goes wrong on one page leaves the shop's frame standing. */
export default function Pages() {
  return <Outlet />
}

const worded = [400, 403, 404, 429, 503] as const

export function ErrorBoundary() {
  const { status, reference, message } = troubleOf(useRouteError())
  const t = useText("ui")
  const path = useShopPath()
  const code = worded.find((known) => known === status) ?? 500
  return (
    <EmptyState
      icon={code === 403 ? "lock" : "warning"}
      title={t(`error.${code}.title`)}
      action={<LinkButton to={path()}>{t("error.home")}</LinkButton>}
    >
      {message ?? t(`error.${code}.text`)}
      {reference && <span className="mt-2 block font-mono text-sm">{t("error.reference", { reference })}</span>}
    </EmptyState>
  )
}
