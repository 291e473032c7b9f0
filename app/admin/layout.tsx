import { Outlet, useRouteError } from "@remix-run/react"
import { troubleOf } from "#app/http/trouble.ts"
import { ErrorPage } from "#app/ui/error-page.tsx"

export default function Admin() {
  return <Outlet />
}

export function ErrorBoundary() {
  const { status, reference } = troubleOf(useRouteError())
  return <ErrorPage status={status} reference={reference} />
}
