import { Link } from "@remix-run/react"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { useText } from "#app/text/text.tsx"
import { Icon } from "#app/ui/icon.tsx"

interface Props {
  hasProduct: boolean
  isPublished: boolean
  storefront: string
}

/** What a new shop still needs until the first order is there. */
export function FirstSteps({ hasProduct, isPublished, storefront }: Props) {
  const t = useText("console")
  const path = useShopPath()
  const steps = [
    { done: true, words: t("steps.opened"), href: undefined },
    { done: hasProduct, words: t("steps.product"), href: path("products", "new") },
    { done: isPublished, words: t("steps.publish"), href: path("products") },
    { done: false, words: t("steps.share"), href: storefront },
  ]
  return (
    <section className="panel mb-[var(--gap)] p-4 sm:p-5">
      <h2 className="mb-2 text-lg">{t("steps.title")}</h2>
      <ol className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-4">
        {steps.map(({ done, words, href }) => (
          <li key={words} className="flex min-h-11 items-center gap-3">
            <span className={done ? "text-positive" : "text-muted"}>
              <Icon name={done ? "success" : "clock"} />
            </span>
            {done || href === undefined ? (
              <span className="text-muted">
                {words} {done && <span className="sr-only">({t("steps.done")})</span>}
              </span>
            ) : (
              <Link className="text-link" to={href} reloadDocument={href === storefront}>
                {words}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
