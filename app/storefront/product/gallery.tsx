import { useState } from "react"
import { useShop } from "#app/storefront/layout.tsx"
import { pictureOf } from "#app/ui/picture-source.ts"
import { useText } from "#app/text/text.tsx"
import { Picture } from "#app/ui/picture.tsx"
import type { PictureView } from "#server/domain/catalog/index.ts"

/** The product's pictures: one large, the others to choose from. */
export function Gallery({ pictures }: { pictures: readonly PictureView[] }) {
  const t = useText("storefront")
  const { tenantId } = useShop()
  const [chosen, setChosen] = useState(0)
  return (
    <div className="gallery">
      <Picture picture={pictureOf(tenantId, pictures[chosen] ?? pictures[0])} sizes="(min-width: 56rem) 50vw, 100vw" eager />
      {pictures.length > 1 && (
        <ul className="gallery-strip">
          {pictures.map((picture, index) => (
            <li key={picture.key}>
              <button
                type="button"
                aria-label={t("product.picture", { number: index + 1 })}
                aria-pressed={index === chosen}
                onClick={() => setChosen(index)}
              >
                <Picture picture={pictureOf(tenantId, { ...picture, alt: "" })} sizes="5rem" shape="square" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
