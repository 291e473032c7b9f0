import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { localPath, redirectTo } from "#app/http/redirect-to.ts"
import { textsIn } from "#app/text/texts.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import { Wordmark } from "#app/ui/wordmark.tsx"
import { signInRequest, signInStaff, staffSessions } from "#server/domain/identity/index.ts"
import { refuse } from "#server/messages/refusals.ts"

export function loader({ request, context }: LoaderFunctionArgs) {
  const returnTo = localPath(new URL(request.url).searchParams.get("returnTo")) ?? "/"
  if (context.account) throw redirectTo(returnTo)
  return { title: textsIn(context.language).say("admin")("sign-in.title") }
}

/** A right password of somebody who is no admin gets the answer of a wrong one: who is one is nobody's business. */
export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readForm({ request, context }, signInRequest)
  if (!sent.ok) return data(sent, 422)
  const found = await orRefusal(context, async () => {
    const account = await signInStaff(context.platform, sent.value)
    return account.platformAdmin ? account : refuse("identity.bad-credentials")
  })
  if (!found.ok) return data(wrongForm({ email: sent.value.email }, found.refusal.message), found.refusal.status)
  const { token, expiresAt } = await staffSessions(context.platform, "admin").open(found.value.id)
  context.cookies.set("admin", token, expiresAt)
  return redirectTo(new URL(request.url).searchParams.get("returnTo"))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => adminMeta(data?.title)

export default function SignIn() {
  const { title } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("admin")
  const busy = useNavigation().state !== "idle"
  return (
    <main id="content" className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-6 px-4 py-8">
      <Wordmark name="Rialto" />
      <header>
        <h1>{title}</h1>
        <p className="mt-1 text-muted">{t("sign-in.lead")}</p>
      </header>
      <Form method="post" className="panel grid gap-5 p-5 sm:p-6" noValidate>
        <FormProblem errors={answer?.errors} />
        <Field label={t("sign-in.email")} error={answer?.errors["email"]}>
          <TextInput type="email" name="email" autoComplete="username" defaultValue={typed(answer?.values, "email")} required />
        </Field>
        <Field label={t("sign-in.password")} error={answer?.errors["password"]}>
          <TextInput type="password" name="password" autoComplete="current-password" required />
        </Field>
        <Button wide busy={busy}>
          {t("sign-in.do")}
        </Button>
      </Form>
    </main>
  )
}
