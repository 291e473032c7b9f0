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
import { signUpCustomer, signUpRequest } from "#server/domain/identity/index.ts"
import { openSession } from "./open-session.ts"
import { SignPage } from "./sign-page.tsx"

export function loader({ request, context }: LoaderFunctionArgs) {
  const to = localPath(new URL(request.url).searchParams.get("to"))
  if (context.customer) throw redirectTo(to, "/account")
  return { to, title: textsIn(context.language).say("storefront")("account.sign-up") }
}

const form = signUpRequest.extend({ to: z.string().max(500).optional() })

export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readForm({ request, context }, form)
  if (!sent.ok) return data({ errors: sent.errors, name: text(sent.values["name"]), email: text(sent.values["email"]) }, 422)
  const { to, ...wish } = sent.value
  const signedUp = await orRefusal(context, () => signUpCustomer(tenantOf(context), wish))
  if (signedUp.ok) return openSession(context, signedUp.value.id, to)
  const { code, message, status } = signedUp.refusal
  return data(
    { errors: { [code === "identity.email-taken" ? "email" : ""]: message }, name: wish.name, email: wish.email },
    status,
  )
}

function text(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : ""
}

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data: page, matches }) =>
  shopMeta(shopIn(matches), { title: page?.title, path: "/account/sign-up", hidden: true })

export default function SignUp() {
  const { to } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("storefront")
  const shop = useShop()
  const isBusy = useNavigation().formAction?.startsWith("/account/sign-up") ?? false
  const ref = useFirstError<HTMLFormElement>(answer)
  const errors: Readonly<Record<string, string>> = answer?.errors ?? {}
  return (
    <SignPage title={t("account.sign-up")} lead={t("account.sign-up.lead", { shop: shop.name })}>
      <Form ref={ref} method="post" noValidate className="grid gap-5">
        <FormProblem errors={errors} />
        {to && <input type="hidden" name="to" value={to} />}
        <Field label={t("account.name")} error={errors["name"]}>
          <TextInput name="name" autoComplete="name" defaultValue={answer?.name} />
        </Field>
        <Field label={t("account.email")} error={errors["email"]}>
          <TextInput type="email" name="email" autoComplete="username" defaultValue={answer?.email} />
        </Field>
        <Field label={t("account.password")} hint={t("account.password.hint")} error={errors["password"]}>
          <TextInput type="password" name="password" autoComplete="new-password" />
        </Field>
        <Button size="large" wide busy={isBusy}>
          {t("account.sign-up")}
        </Button>
      </Form>
      <p className="text-muted">
        {t("account.sign-up.have")}{" "}
        <Link to={`/account/sign-in${to ? `?to=${encodeURIComponent(to)}` : ""}`} className="text-link">
          {t("account.sign-up.to-in")}
        </Link>
      </p>
    </SignPage>
  )
}
