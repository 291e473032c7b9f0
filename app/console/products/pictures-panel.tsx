import { useSearchParams } from "@remix-run/react"
import { useShop } from "#app/console/shop/use-shop.ts"
import { useText } from "#app/text/text.tsx"
import { Notice } from "#app/ui/notice.tsx"
import type { ProductSheet } from "#server/domain/catalog/index.ts"
import { PictureItem } from "./picture-item.tsx"
import { PictureUpload } from "./picture-upload.tsx"

/** The product's pictures, the first of which stands in lists. */
export function PicturesPanel({ product }: { product: ProductSheet }) {
  const t = useText("console")
  const { tenantId } = useShop()
  const [search] = useSearchParams()
  return (
    <section className="panel grid gap-4 p-4 sm:p-5">
      <div>
        <h2 className="text-lg">{t("pictures.title")}</h2>
        <p className="text-muted text-sm">{t("pictures.text")}</p>
      </div>
      {search.get("problem") === "picture" && <Notice tone="danger" title={t("pictures.problem")} />}
      {product.pictures.length > 0 && (
        <ul className="grid gap-3">
          {product.pictures.map((picture, at) => (
            <PictureItem key={picture.key} productId={product.id} picture={{ ...picture, tenantId }} isFirst={at === 0} />
          ))}
        </ul>
      )}
      <PictureUpload productId={product.id} title={product.title} />
    </section>
  )
}
