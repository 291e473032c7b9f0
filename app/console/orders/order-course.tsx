import { useFormats, useText } from "#app/text/text.tsx"
import { Icon } from "#app/ui/icon.tsx"
import type { OrderView } from "#server/domain/orders/index.ts"
import { courseOf } from "./course-of.ts"

/** What has happened to the order, in its order. */
export function OrderCourse({ order }: { order: OrderView }) {
  const t = useText("console")
  const { dateTime, money } = useFormats()
  return (
    <section className="panel p-4 sm:p-5">
      <h2 className="mb-3 text-lg">{t("order.course")}</h2>
      <ol className="grid gap-3">
        {courseOf(order, t, money).map(({ key, icon, words, at, note }) => (
          <li key={key} className="flex gap-3">
            <span className="mt-0.5 flex-none text-link">
              <Icon name={icon} size={18} />
            </span>
            <span className="min-w-0 text-sm">
              <span className="block font-medium">{words}</span>
              <span className="block text-muted">{dateTime(at)}</span>
              {note && <span className="block break-words">{note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
