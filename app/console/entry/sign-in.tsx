import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { localPath, redirectTo } from "#app/http/redirect-to.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import { signInRequest, signInStaff } from "#server/domain/identity/index.ts"
import { Doorway } from "./doorway.tsx"
import { letIn } from "./let-in.ts"

export function loader({ request, context }: LoaderFunctionArgs) {
  const returnTo = localPath(new URL(request.url).searchParams.get("returnTo")) ?? "/"
  if (context.account) throw redirectTo(returnTo)
  return { returnTo }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readForm({ request, context }, signInRequest)
  if (!sent.ok) return data(sent, 422)
  const found = await orRefusal(context, () => signInStaff(context.platform, sent.value))
  if (!found.ok) return data(wrongForm({ email: sent.value.email }, found.refusal.message), found.refusal.status)
  await letIn(context, found.value.id)
  return redirectTo(new URL(request.url).searchParams.get("returnTo"))
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.sign-in")

export default function SignIn() {
  const { returnTo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("console")
  const busy = useNavigation().state !== "idle"
  const form = useFirstError<HTMLFormElement>(answer?.errors)
  const onward = returnTo === "/" ? "" : `?${new URLSearchParams({ returnTo })}`
  return (
    <Doorway title={t("sign-in.title")} lead={t("sign-in.lead")}>
      <Form ref={form} method="post" action={`/sign-in${onward}`} className="panel grid gap-5 p-5 sm:p-6" noValidate>
        <FormProblem errors={answer?.errors} />
        <Field label={t("field.email")} error={answer?.errors["email"]}>
          <TextInput type="email" name="email" autoComplete="username" defaultValue={typed(answer?.values, "email")} required />
        </Field>
        <Field label={t("field.password")} error={answer?.errors["password"]}>
          <TextInput type="password" name="password" autoComplete="current-password" required />
        </Field>
        <Button wide busy={busy}>
          {t("sign-in.do")}
        </Button>
      </Form>
      <p className="text-center text-muted">
        {t("sign-in.new")}{" "}
        <Link className="text-link" to={`/sign-up${onward}`}>
          {t("sign-in.sign-up")}
        </Link>
      </p>
    </Doorway>
  )
}
