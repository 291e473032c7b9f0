import { ShopTile, type ShopTileView } from "./shop-tile.tsx"

export function ShopTiles({ shops }: { shops: readonly ShopTileView[] }) {
  return (
    <ul className="shop-tiles">
      {shops.map((shop) => (
        <li key={shop.tenantId}>
          <ShopTile shop={shop} />
        </li>
      ))}
    </ul>
  )
}
