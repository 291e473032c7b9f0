import type { SteadyForm } from "#app/console/form/steady-form.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import type { IndexState } from "#server/domain/search/index.ts"

/** Where the index stands; while it is made anew, how far that is. The shop's events keep it true. */
export function IndexCard({ index, form: { Form, doing } }: { index: IndexState; form: SteadyForm }) {
  const t = useText("console")
  const { number, dateTime } = useFormats()
  const { stage, done, wanted, due, finishedAt, checkedAt, repaired } = index
  const counts = { done: number(done), wanted: number(wanted) }
  return (
    <section className="panel grid gap-3 p-4 sm:p-5">
      <h2 className="text-lg">{t("search.index")}</h2>
      <p aria-live="polite">{stage === "running" ? t("search.index.running", counts) : t(`search.index.${stage}`)}</p>
      {stage === "running" && (
        <progress
          className="w-full"
          max={Math.max(1, wanted)}
          value={Math.min(done, wanted)}
          aria-label={t("search.index.progress")}
        />
      )}
      <ul className="grid gap-1 text-muted text-sm">
        <li>{due === 0 ? t("search.index.fresh") : t("search.index.due", { count: due })}</li>
        {checkedAt && <li>{t("search.index.checked", { time: dateTime(checkedAt), repaired: number(repaired) })}</li>}
        {finishedAt && <li>{t("search.index.finished", { time: dateTime(finishedAt) })}</li>}
      </ul>
      <Form method="post">
        <Button name="do" value="reindex" look="secondary" busy={doing === "reindex" || stage !== "resting"}>
          {t("search.index.do")}
        </Button>
      </Form>
      <p className="text-muted text-sm">{t("search.index.hint")}</p>
    </section>
  )
}
