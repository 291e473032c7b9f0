import { useFetcher } from "@remix-run/react"
import { FormProblem } from "#app/form/form-problem.tsx"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import type { WrongForm } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Icon } from "#app/ui/icon.tsx"
import type { ProductSheet } from "#server/domain/catalog/index.ts"

/** Whether shoppers see the product, and what is missing until they can. */
export function PublicationPanel({ product }: { product: ProductSheet }) {
  const t = useText("console")
  const path = useShopPath()
  const { Form, data, state } = useFetcher<WrongForm>()
  const isPublished = product.status === "published"
  const needs = [
    { key: "variant", done: product.variants.length > 0 },
    { key: "price", done: product.variants.every(({ price }) => price.minor > 0n) },
    { key: "picture", done: product.pictures.length > 0 },
    { key: "stock", done: product.variants.some(({ free }) => free > 0) },
  ] as const
  return (
    <section className="panel grid gap-3 p-4 sm:p-5">
      <h2 className="text-lg">{t("publication.title")}</h2>
      <p className="text-muted text-sm">{t(isPublished ? "publication.is" : "publication.is-not")}</p>
      {!isPublished && (
        <ul className="grid gap-1 text-sm">
          {needs.map(({ key, done }) => (
            <li key={key} className={`flex items-center gap-2 ${done ? "text-muted" : "font-medium"}`}>
              <span className={done ? "text-positive" : "text-warning"}>
                <Icon name={done ? "success" : "warning"} size={18} />
              </span>
              {t(`publication.${key}.${done ? "done" : "missing"}`)}
            </li>
          ))}
        </ul>
      )}
      {!isPublished && <FormProblem errors={data?.errors} />}
      <Form method="post" action={path("products", product.id, "publication")}>
        <Button
          wide
          look={isPublished ? "secondary" : "primary"}
          name="status"
          value={isPublished ? "draft" : "published"}
          busy={state !== "idle"}
        >
          {t(isPublished ? "publication.undo" : "publication.do")}
        </Button>
      </Form>
    </section>
  )
}
