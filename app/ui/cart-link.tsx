import { Link } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Icon } from "./icon.tsx"

/** `count` is units in the cart; it may change under the shopper's eyes. */
export function CartLink({ href, count }: { href: string; count: number }) {
  const t = useText("ui")
  return (
    <Link
      to={href}
      className="icon-button"
      aria-label={count === 0 ? t("cart.empty") : t("cart.open", { count })}
      prefetch="intent"
    >
      <Icon name="cart" size={24} />
      {count > 0 && (
        // A new key plays the bump again.
        <span key={count} className="count-bubble" data-bump="">
          {count > 99 ? "99+" : count}
        </span>
      )}
    </Link>
  )
}
