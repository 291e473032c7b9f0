import type { LoaderFunctionArgs } from "@remix-run/node"
import { tenantOf } from "#app/http/tenant-of.ts"
import { readSearchQuestion, suggestProducts } from "#server/domain/search/index.ts"

/** What a shopper may be typing. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { words } = readSearchQuestion(new URL(request.url).searchParams, () => null)
  const products = await suggestProducts(tenantOf(context), words)
  return Response.json({ products }, { headers: { "Cache-Control": "private, max-age=20" } })
}
