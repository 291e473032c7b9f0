import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { listCategories, productForm } from "#server/domain/catalog/index.ts"
import { createStockedProduct } from "#server/domain/inventory/index.ts"
import { blankFields, fieldsFrom } from "./product-fields.ts"
import { ProductForm } from "./product-form.tsx"

/** A form of a hundred variants is larger than others. */
const mostBytes = 256 * 1024

export async function loader(args: LoaderFunctionArgs) {
  return { categories: await listCategories(await shopOf(args)) }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await shopOf(args)
  const sent = await readForm(args, productForm(ctx.tenant.currency), { most: mostBytes })
  if (!sent.ok) return data(sent, 422)
  const made = await orRefusal(args.context, () => createStockedProduct(ctx, sent.value))
  if (!made.ok) return data(wrongForm({}, made.refusal.message), made.refusal.status)
  return redirectTo(`/shops/${ctx.tenant.slug}/products/${made.value.productId}`)
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.new-product")

export default function NewProduct() {
  const { categories } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("console")
  const path = useShopPath()
  const hasValues = answer && Object.keys(answer.values).length > 0
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("products.title"), href: path("products") }, { label: t("products.new") }]} />
      <PageHeader title={t("products.new")} lead={t("product.new.lead")} />
      <div className="max-w-4xl">
        <ProductForm
          fields={hasValues ? fieldsFrom(answer.values) : blankFields}
          categories={categories}
          errors={answer?.errors}
          submit={t("product.create")}
        />
      </div>
    </>
  )
}
