import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node"
import { useActionData, useParams } from "@remix-run/react"
import { z } from "zod"
import { consoleMeta } from "#app/console/console-meta.ts"
import { Refused } from "#app/console/form/refused.tsx"
import { shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { publishProduct, unpublishProduct } from "#server/domain/catalog/index.ts"
import { knownProduct } from "./known-product.ts"

const wish = z.object({ status: z.enum(["draft", "published"]) })

export const loader = knownProduct

export async function action(args: ActionFunctionArgs) {
  const ctx = await shopOf(args)
  const productId = args.params["productId"] ?? ""
  const sent = await readForm(args, wish)
  if (!sent.ok) return data(sent, 422)
  const change = sent.value.status === "published" ? publishProduct : unpublishProduct
  const changed = await orRefusal(args.context, () => change(ctx, productId))
  if (!changed.ok) return data(wrongForm({}, changed.refusal.message), changed.refusal.status)
  return redirectTo(`/shops/${ctx.tenant.slug}/products/${productId}`)
}

export const meta: MetaFunction = ({ matches }) => consoleMeta(matches, "title.product")

export default function Publication() {
  const answer = useActionData<typeof action>()
  const { productId = "" } = useParams()
  return <Refused errors={answer?.errors} back={useShopPath()("products", productId)} />
}
