import { useText } from "#app/text/text.tsx"
import { Picture } from "#app/ui/picture.tsx"
import type { PictureView } from "#app/ui/picture-source.ts"

export interface ShopTileView {
  readonly tenantId: string
  readonly name: string
  readonly tagline: string
  readonly language: string
  readonly theme: string
  readonly productCount: number
  readonly href: string
  readonly picture: PictureView | null
}

/** A shop's sign, painted in the shop's own colours and letters. */
export function ShopTile({ shop }: { shop: ShopTileView }) {
  const t = useText("market")
  return (
    <a className="shop-tile" href={shop.href} data-theme={shop.theme}>
      {shop.picture && <Picture picture={{ ...shop.picture, alt: "" }} shape="wide" sizes="(min-width: 56rem) 33vw, 100vw" />}
      <span className="shop-tile-text">
        <strong className="shop-tile-name" lang={shop.language}>
          {shop.name}
        </strong>
        <span lang={shop.language}>{shop.tagline}</span>
        <span className="text-muted text-sm">{t("shop.goods", { count: shop.productCount })}</span>
      </span>
    </a>
  )
}
