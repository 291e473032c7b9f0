import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { useSteadyForm } from "#app/console/form/steady-form.ts"
import { shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { findProductById, listCategories, productForm } from "#server/domain/catalog/index.ts"
import { bundleContents, changeStockedProduct } from "#server/domain/inventory/index.ts"
import { refuse } from "#server/messages/refusals.ts"
import { BundlePanel } from "./bundle-panel.tsx"
import { PicturesPanel } from "./pictures-panel.tsx"
import { fieldsFrom, fieldsOf } from "./product-fields.ts"
import { ProductForm } from "./product-form.tsx"
import { ProductState } from "./product-state.tsx"
import { PublicationPanel } from "./publication-panel.tsx"
import { variantKey } from "./variant-matrix.ts"

const mostBytes = 256 * 1024

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await shopOf(args)
  const productId = args.params["productId"] ?? ""
  const [product, categories, bundles] = await Promise.all([
    findProductById(ctx, productId),
    listCategories(ctx),
    bundleContents(ctx, productId),
  ])
  if (!product) refuse("catalog.product-not-found")
  return {
    product,
    categories,
    bundles,
    address: args.context.links.shop(ctx.tenant, `/products/${encodeURIComponent(product.slug)}`),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await shopOf(args)
  const sent = await readForm(args, productForm(ctx.tenant.currency), { most: mostBytes })
  if (!sent.ok) return data(sent, 422)
  const changed = await orRefusal(args.context, () => changeStockedProduct(ctx, args.params["productId"] ?? "", sent.value))
  if (!changed.ok) return data(wrongForm({}, changed.refusal.message), changed.refusal.status)
  return { ok: true, errors: undefined, values: undefined } as const
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => consoleMeta(matches, "title.product", data?.product.title)

export default function Product() {
  const { product, categories, bundles, address } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const { form, said } = useSteadyForm<typeof action>()
  const answer = said ?? told
  const t = useText("console")
  const path = useShopPath()
  const stocked = Object.fromEntries(product.variants.map(({ choices, onHand }) => [variantKey(choices), onHand]))
  const isTyped = answer?.values !== undefined && Object.keys(answer.values).length > 0
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("products.title"), href: path("products") }, { label: product.title }]} />
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            {product.title} <ProductState status={product.status} />
          </span>
        }
        actions={
          product.status === "published" && (
            <LinkButton to={address} look="secondary" icon="shop" reloadDocument target="_blank" rel="noreferrer">
              {t("product.visit")}
            </LinkButton>
          )
        }
      />
      <div className="grid items-start gap-[var(--gap)] xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid gap-[var(--gap)] xl:order-2">
          <PublicationPanel product={product} />
          <PicturesPanel key={product.id} product={product} />
          {product.variants.length > 0 && <BundlePanel product={product} bundles={bundles} />}
        </div>
        <div className="grid gap-[var(--gap)]">
          {answer?.ok && <Notice tone="success" title={t("product.saved")} live />}
          <ProductForm
            key={product.id}
            fields={isTyped ? fieldsFrom(answer.values) : fieldsOf(product)}
            categories={categories}
            stocked={stocked}
            errors={answer?.errors}
            submit={t("product.save")}
            steady={form}
          />
        </div>
      </div>
    </>
  )
}
