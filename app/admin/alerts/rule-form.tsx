import { Form, useNavigation } from "@remix-run/react"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import type { WrongForm } from "#app/http/read-form.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { AlertRule } from "#server/domain/insights/index.ts"
import { useAlertWords } from "./alert-words.ts"

interface Props {
  rule: AlertRule
  isSaved: boolean
  wrong: WrongForm | undefined
}

export function RuleForm({ rule, isSaved, wrong }: Props) {
  const t = useText("admin")
  const { dateTime } = useFormats()
  const { name } = useAlertWords()
  const { state, formData } = useNavigation()
  const form = useFirstError<HTMLFormElement>(wrong)
  const { kind, enabled, changedAt, changedBy } = rule
  const isShare = kind !== "queue-age"
  const isOn = wrong ? typed(wrong.values, "enabled") === "on" : enabled
  const field = (key: "limit" | "least" | "windowMinutes", label: string, most: number) => (
    <Field label={label} error={wrong?.errors[key]}>
      <TextInput
        name={key}
        type="number"
        inputMode="numeric"
        min={1}
        max={most}
        required
        defaultValue={typed(wrong?.values, key, String(rule[key]))}
      />
    </Field>
  )
  return (
    <Form ref={form} method="post" className="panel grid gap-4 p-4" noValidate aria-label={name(kind)} preventScrollReset>
      <h2 className="text-lg">{name(kind)}</h2>
      <p className="text-muted text-sm">{t(`rules.about.${kind}`)}</p>
      {isSaved && <Notice tone="success" title={t("rules.saved")} live />}
      <FormProblem errors={wrong?.errors} besides={["kind"]} />
      <input type="hidden" name="kind" value={kind} />
      {field("limit", t(isShare ? "rules.percent" : "rules.seconds"), isShare ? 100 : 86_400)}
      {isShare && field("least", t(`rules.least.${kind}`), 10_000)}
      {isShare && field("windowMinutes", t("rules.window"), 60)}
      <label className="board-check">
        <input type="checkbox" name="enabled" value="on" defaultChecked={isOn} />
        {t("rules.enabled")}
      </label>
      {changedAt && (
        <p className="text-muted text-sm">{t("rules.changed", { who: changedBy ?? "–", time: dateTime(changedAt) })}</p>
      )}
      <Button look="secondary" busy={state !== "idle" && formData?.get("kind") === kind}>
        {t("rules.save")}
      </Button>
    </Form>
  )
}
