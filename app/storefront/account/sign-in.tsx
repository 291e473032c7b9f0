import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react"
import { z } from "zod"
import { FormProblem } from "#app/form/form-problem.tsx"
import { orRefusal } from "#app/http/answer.ts"
import { readForm } from "#app/http/read-form.ts"
import { localPath, redirectTo } from "#app/http/redirect-to.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { useShop } from "#app/storefront/layout.tsx"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { useText } from "#app/text/text.tsx"
import { textsIn } from "#app/text/texts.ts"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import { signInCustomer, signInRequest } from "#server/domain/identity/index.ts"
import { openSession } from "./open-session.ts"
import { SignPage } from "./sign-page.tsx"

export function loader({ request, context }: LoaderFunctionArgs) {
  const to = localPath(new URL(request.url).searchParams.get("to"))
  if (context.customer) throw redirectTo(to, "/account")
  return { to, title: textsIn(context.language).say("storefront")("account.sign-in") }
}

const form = signInRequest.extend({ to: z.string().max(500).optional() })

export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readForm({ request, context }, form)
  if (!sent.ok) return data({ errors: sent.errors, email: String(sent.values["email"] ?? "") }, 422)
  const { to, ...credentials } = sent.value
  const signedIn = await orRefusal(context, () => signInCustomer(tenantOf(context), credentials))
  if (!signedIn.ok) return data({ errors: { "": signedIn.refusal.message }, email: credentials.email }, signedIn.refusal.status)
  return openSession(context, signedIn.value.id, to)
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data: page, matches }) =>
  shopMeta(shopIn(matches), { title: page?.title, path: "/account/sign-in", hidden: true })

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("storefront")
  const { name } = useShop()
  const isBusy = useNavigation().formAction?.startsWith("/account/sign-in") ?? false
  const ref = useFirstError<HTMLFormElement>(answer)
  const errors: Readonly<Record<string, string>> = answer?.errors ?? {}
  return (
    <SignPage title={t("account.sign-in")} lead={t("account.sign-in.lead", { shop: name })}>
      <Form ref={ref} method="post" noValidate className="grid gap-5">
        <FormProblem errors={errors} />
        {to && <input type="hidden" name="to" value={to} />}
        <Field label={t("account.email")} error={errors["email"]}>
          <TextInput type="email" name="email" autoComplete="username" defaultValue={answer?.email} />
        </Field>
        <Field label={t("account.password")} error={errors["password"]}>
          <TextInput type="password" name="password" autoComplete="current-password" />
        </Field>
        <Button size="large" wide busy={isBusy}>
          {t("account.sign-in")}
        </Button>
      </Form>
      <p className="text-muted">
        {t("account.sign-in.new")}{" "}
        <Link to={`/account/sign-up${to ? `?to=${encodeURIComponent(to)}` : ""}`} className="text-link">
          {t("account.sign-in.to-up")}
        </Link>
      </p>
    </SignPage>
  )
}
