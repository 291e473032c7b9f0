import { type MouseEvent, useEffect } from "react"
import { sendPick, sendShown } from "#app/storefront/product/send-signal.ts"
import { ProductGrid } from "#app/ui/product-grid.tsx"
import { Section } from "#app/ui/section.tsx"
import { Bone } from "#app/ui/skeleton.tsx"
import type { PersonalPlace } from "#server/domain/recommendations/index.ts"
import type { ShelfView } from "./recommendations.ts"
import { useReason, useShelfTitle } from "./use-reason.ts"
import { useShelves } from "./use-shelves.ts"

interface Props {
  place: PersonalPlace
  /** What lies in the cart, or was just bought. */
  productIds?: readonly string[]
}

const none: readonly string[] = []

/** Shelves for this visitor. Their room is kept from the beginning, so that nothing moves when they come. */
export function PersonalShelves({ place, productIds = none }: Props) {
  const found = useShelves(place, productIds)
  const arm = found?.arm ?? ""
  const kinds = found?.shelves.map(({ kind }) => kind).join(" ") ?? ""
  useEffect(() => {
    if (kinds !== "") sendShown(`${place} ${arm}`)
  }, [place, arm, kinds])
  if (!found) return <Waiting />
  const [first, second] = found.shelves
  return (
    <div className="section min-h-[30rem]">
      {first && <OneShelf place={place} shelf={first} />}
      {second && <OneShelf place={place} shelf={second} />}
    </div>
  )
}

function OneShelf({ place, shelf }: { place: PersonalPlace; shelf: ShelfView }) {
  const reason = useReason()
  const title = useShelfTitle()
  const products = shelf.items.map(({ card, reason: why }) => ({
    ...card,
    price: { minor: BigInt(card.price.minor), currency: card.price.currency },
    note: reason(why),
  }))
  // One listener for all cards: which link was followed tells the product.
  const follow = (event: MouseEvent) => {
    const href = event.target instanceof Element ? event.target.closest("a")?.getAttribute("href") : undefined
    const picked = products.find((product) => product.href === href)
    if (picked) sendPick(picked.id, `${place} ${shelf.kind}`)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link's click comes by keyboard, too
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to its links
    <div className="section" onClick={follow}>
      <Section title={title(shelf.kind, shelf.about)}>
        <ProductGrid products={products} />
      </Section>
    </div>
  )
}

const places = [1, 2, 3, 4]

function Waiting() {
  return (
    <div className="section min-h-[30rem]" aria-hidden="true">
      <section className="section">
        <Bone className="mb-5 h-8 w-56" />
        <ul className="grid-goods">
          {places.map((at) => (
            <li key={at}>
              <Bone className="aspect-[4/5] w-full" />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
