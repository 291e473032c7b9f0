import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { Link, useActionData, useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { useSteadyForm } from "#app/console/form/steady-form.ts"
import { shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { textsIn } from "#app/text/texts.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { findProductById } from "#server/domain/catalog/index.ts"
import { bundleContents, defineBundle, partChoices, variantsBySku } from "#server/domain/inventory/index.ts"
import { refuse } from "#server/messages/refusals.ts"
import { BundleForm } from "./bundle-form.tsx"
import { bundleForm } from "./bundle-fields.ts"

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await shopOf(args)
  const productId = args.params["productId"] ?? ""
  const [product, bundles, choices] = await Promise.all([
    findProductById(ctx, productId),
    bundleContents(ctx, productId),
    partChoices(ctx),
  ])
  if (!product) refuse("catalog.product-not-found")
  const asked = new URL(args.request.url).searchParams.get("variant")
  const variant = product.variants.find(({ id }) => id === asked) ?? product.variants[0]
  if (!variant) refuse("catalog.product-not-found")
  return {
    product: { id: product.id, title: product.title },
    variants: product.variants.map(({ id, choices }) => ({ id, choices })),
    variantId: variant.id,
    parts: bundles.find(({ bundleId }) => bundleId === variant.id)?.parts ?? [],
    choices: choices.filter(({ variantId }) => variantId !== variant.id),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await shopOf(args)
  const productId = args.params["productId"] ?? ""
  const product = await findProductById(ctx, productId)
  if (!product) refuse("catalog.product-not-found")
  const sent = await readForm({ request: args.request, context: args.context }, bundleForm)
  if (!sent.ok) return data(sent, 422)
  const { variantId, parts } = sent.value
  if (!product.variants.some(({ id }) => id === variantId)) refuse("catalog.product-not-found")
  const known = await variantsBySku(
    ctx,
    parts.map(({ sku }) => sku),
  )
  const unknown = parts.find(({ sku }) => !known.has(sku))
  const values = Object.fromEntries(
    parts.flatMap(({ at, sku, quantity }) => [
      [`parts[${at}].sku`, sku],
      [`parts[${at}].quantity`, String(quantity)],
    ]),
  )
  if (unknown) {
    const message = textsIn(args.context.language).say("console")("bundle.unknown")
    return data(wrongForm(values, message, `parts[${unknown.at}].sku`), 422)
  }
  const wanted = parts.flatMap(({ sku, quantity }) => {
    const componentId = known.get(sku)
    return componentId ? [{ componentId, quantity }] : []
  })
  const defined = await orRefusal(args.context, () => defineBundle(ctx, variantId, wanted))
  if (!defined.ok) return data(wrongForm(values, defined.refusal.message), defined.refusal.status)
  return redirectTo(`/shops/${ctx.tenant.slug}/products/${productId}`)
}

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  consoleMeta(matches, "title.bundle", page?.product.title)

export default function Bundle() {
  const { product, variants, variantId, parts, choices } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const { form, said } = useSteadyForm<typeof action>()
  const answer = said ?? told
  const t = useText("console")
  const path = useShopPath()
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("products.title"), href: path("products") },
          { label: product.title, href: path("products", product.id) },
          { label: t("bundle.title") },
        ]}
      />
      <PageHeader title={t("bundle.title")} lead={t("bundle.lead")} />
      {variants.length > 1 && (
        <nav aria-label={t("bundle.which")} className="tabs mb-4">
          {variants.map(({ id, choices: values }) => (
            <Link key={id} to={`?variant=${id}`} aria-current={id === variantId ? "page" : undefined}>
              {values.join(" · ")}
            </Link>
          ))}
        </nav>
      )}
      <BundleForm key={variantId} {...{ variantId, parts, choices, answer, form }} back={path("products", product.id)} />
    </>
  )
}
