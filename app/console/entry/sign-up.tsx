import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { Form, Link, useActionData, useNavigation } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import { signUpRequest, signUpStaff } from "#server/domain/identity/index.ts"
import { Doorway } from "./doorway.tsx"
import { letIn } from "./let-in.ts"

export function loader({ context }: LoaderFunctionArgs) {
  if (context.account) throw redirectTo("/")
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readForm({ request, context }, signUpRequest)
  if (!sent.ok) return data(sent, 422)
  const { email, name } = sent.value
  const made = await orRefusal(context, () => signUpStaff(context.platform, sent.value))
  if (!made.ok) {
    const { message, status, code } = made.refusal
    return data(wrongForm({ email, name }, message, code === "identity.email-taken" ? "email" : ""), status)
  }
  await letIn(context, made.value)
  return redirectTo("/shops/new")
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.sign-up")

export default function SignUp() {
  const answer = useActionData<typeof action>()
  const t = useText("console")
  const busy = useNavigation().state !== "idle"
  const form = useFirstError<HTMLFormElement>(answer?.errors)
  return (
    <Doorway title={t("sign-up.title")} lead={t("sign-up.lead")}>
      <Form ref={form} method="post" className="panel grid gap-5 p-5 sm:p-6" noValidate>
        <FormProblem errors={answer?.errors} />
        <Field label={t("field.name")} error={answer?.errors["name"]}>
          <TextInput name="name" autoComplete="name" maxLength={80} defaultValue={typed(answer?.values, "name")} required />
        </Field>
        <Field label={t("field.email")} error={answer?.errors["email"]}>
          <TextInput type="email" name="email" autoComplete="username" defaultValue={typed(answer?.values, "email")} required />
        </Field>
        <Field label={t("field.password")} error={answer?.errors["password"]} hint={t("sign-up.password")}>
          <TextInput type="password" name="password" autoComplete="new-password" required />
        </Field>
        <Button wide busy={busy}>
          {t("sign-up.do")}
        </Button>
      </Form>
      <p className="text-center text-muted">
        {t("sign-up.known")}{" "}
        <Link className="text-link" to="/sign-in">
          {t("sign-up.sign-in")}
        </Link>
      </p>
    </Doorway>
  )
}
