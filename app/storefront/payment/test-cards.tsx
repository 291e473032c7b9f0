import { useText } from "#app/text/text.tsx"
import { formatNumber } from "./card-number.ts"

const cards = [
  { number: "4242424242424242", what: "payment.try.success" },
  { number: "4000000000000002", what: "payment.try.decline" },
  { number: "4000000000009995", what: "payment.try.funds" },
  { number: "4000002500003155", what: "payment.try.challenge" },
] as const

/** Make-believe cards and what each of them does; there only where no money moves. */
export function TestCards({ onChoose }: { onChoose: (number: string) => void }) {
  const t = useText("storefront")
  return (
    <section className="grid gap-3 rounded-card bg-sunken p-5">
      <h3 className="text-lg">{t("payment.try.title")}</h3>
      <p className="text-muted text-sm">{t("payment.try.text")}</p>
      <ul className="grid">
        {cards.map(({ number, what }) => (
          <li key={number} className="border-line border-t first:border-t-0">
            <button
              type="button"
              className="flex min-h-11 w-full flex-wrap items-center justify-between gap-x-4 py-1 text-start hover:underline"
              aria-label={t("payment.try.use", { what: t(what) })}
              onClick={() => onChoose(formatNumber(number))}
            >
              <span className="font-mono text-sm">{formatNumber(number)}</span>
              <span className="text-muted text-sm">{t(what)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
