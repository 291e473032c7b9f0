import type { FieldErrors } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"

/** The page after a button that did not do it, where there are no scripts to say so beside the button. */
export function Refused({ errors, back }: { errors: FieldErrors | undefined; back: string }) {
  const t = useText("console")
  const [problem] = Object.values(errors ?? {})
  return (
    <EmptyState
      icon="warning"
      title={t(problem ? "refused.title" : "refused.blank")}
      action={<LinkButton to={back}>{t("refused.back")}</LinkButton>}
    >
      {problem}
    </EmptyState>
  )
}
