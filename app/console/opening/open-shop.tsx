import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react"
import { useState } from "react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { Doorway } from "#app/console/entry/doorway.tsx"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { signedIn } from "#app/console/shop-of.ts"
import { orRefusal } from "#app/http/answer.ts"
import type { LoadContext } from "#app/http/load-context.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { Select } from "#app/ui/select.tsx"
import { listMemberships } from "#server/domain/identity/index.ts"
import { openShop, shopRequest } from "#server/domain/tenants/index.ts"
import { NameAndAddress } from "./name-and-address.tsx"
import { openingChoices } from "./opening-choices.ts"
import { ThemePicker } from "./theme-picker.tsx"

export async function loader({ context, request }: LoaderFunctionArgs) {
  const account = signedIn({ context, request })
  const shops = await listMemberships(context.platform, account.id)
  return { isFirst: shops.length === 0, apexHost: apexHostOf(context), ...openingChoices(context.language) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const account = signedIn({ context, request })
  const sent = await readForm({ request, context }, shopRequest)
  if (!sent.ok) return data(sent, 422)
  const opening = { ...sent.value, apexHost: apexHostOf(context) }
  const opened = await orRefusal(context, () => openShop(context.platform, account.id, opening))
  if (opened.ok) return redirectTo(`/shops/${opened.value.slug}`)
  // Pressed twice: the first one's shop is theirs already.
  const mine = await listMemberships(context.platform, account.id)
  if (mine.some(({ slug }) => slug === opening.slug)) return redirectTo(`/shops/${opening.slug}`)
  return data(wrongForm({ ...sent.value }, opened.refusal.message, "slug"), opened.refusal.status)
}

function apexHostOf({ links }: Pick<LoadContext, "links">): string {
  return new URL(links.market("/")).hostname
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.opening")

export default function OpenShop() {
  const { isFirst, apexHost, languages, currencies, countries, likely } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("console")
  const busy = useNavigation().state !== "idle"
  const errors = answer?.errors
  const form = useFirstError<HTMLFormElement>(errors)
  const value = (field: string, otherwise = "") => typed(answer?.values, field, otherwise)
  const [name, setName] = useState(value("name"))
  return (
    <Doorway wide title={t(isFirst ? "opening.title.first" : "opening.title")} lead={t("opening.lead")}>
      <Form ref={form} method="post" className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]" noValidate>
        <div className="panel grid gap-5 p-5 sm:p-6">
          <FormProblem errors={errors} />
          <NameAndAddress apexHost={apexHost} name={name} slug={value("slug")} errors={errors} onName={setName} />
          <Field label={t("opening.country")} error={errors?.["country"]} hint={t("opening.country.hint")}>
            <Select name="country" choices={countries} defaultValue={value("country", likely.country)} />
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label={t("opening.currency")} error={errors?.["currency"]}>
              <Select name="currency" choices={currencies} defaultValue={value("currency", likely.currency)} />
            </Field>
            <Field label={t("opening.language")} error={errors?.["language"]}>
              <Select name="language" choices={languages} defaultValue={value("language", likely.language)} />
            </Field>
          </div>
          <p className="field-hint">{t("opening.fixed")}</p>
        </div>
        <div className="panel grid gap-5 p-5 sm:p-6">
          <ThemePicker name={name} defaultValue={value("theme", "linen")} error={errors?.["theme"]} />
          <div className="flex justify-end border-line border-t pt-5">
            <Button size="large" icon="shop" busy={busy}>
              {t("opening.do")}
            </Button>
          </div>
        </div>
      </Form>
    </Doorway>
  )
}
