import { Form } from "@remix-run/react"
import { useFormats, useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import type { TrainingLine } from "#server/domain/recommendations/index.ts"

interface Props {
  training: TrainingLine | undefined
  version: number | null
  kind: "learned" | "content" | null
}

/** What serves, what the trainer does, and the button for it. */
export function TrainingState({ training, version, kind }: Props) {
  const t = useText("console")
  const { dateTime } = useFormats()
  const isBusy = training?.state === "waiting" || training?.state === "running"
  return (
    <section className="panel grid gap-3 p-5" aria-live="polite">
      <p className="font-semibold">{kind ? t(`recs.serves.${kind}`, { version: version ?? 0 }) : t("recs.serves.none")}</p>
      {training && (
        <p className="text-muted">
          {training.isCalledOff && isBusy
            ? t("recs.state.stopping")
            : t(`recs.state.${training.state}`, { percent: training.percent })}
          {!isBusy && ` · ${dateTime(training.finishedAt ?? training.requestedAt)}`}
        </p>
      )}
      {training?.state === "running" && (
        <progress className="w-full" max={100} value={training.percent} aria-label={t("recs.progress")} />
      )}
      <Form method="post">
        {isBusy ? (
          <>
            <input type="hidden" name="trainingId" value={training.id} />
            <Button name="do" value="cancel" look="secondary">
              {t("recs.cancel")}
            </Button>
          </>
        ) : (
          <Button name="do" value="train">
            {t("recs.train")}
          </Button>
        )}
      </Form>
    </section>
  )
}
