import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { useSteadyForm } from "#app/console/form/steady-form.ts"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { countryName } from "#app/console/opening/opening-choices.ts"
import { ThemePicker } from "#app/console/opening/theme-picker.tsx"
import { managedShopOf } from "#app/console/shop-of.ts"
import { useShop, useShopPath } from "#app/console/shop/use-shop.ts"
import { readForm } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import { listStaff } from "#server/domain/identity/index.ts"
import { listShippingMethods, listTaxRates } from "#server/domain/pricing/index.ts"
import { changeShop, shopChange } from "#server/domain/tenants/index.ts"
import { ShopTerms } from "./shop-terms.tsx"

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await managedShopOf(args)
  const { language } = args.context
  const [staff, shipping, taxes] = await Promise.all([
    listStaff(args.context.platform, ctx.tenant.id),
    listShippingMethods(ctx),
    listTaxRates(ctx),
  ])
  return {
    tagline: ctx.tenant.tagline,
    staff: staff.map(({ accountId, name, email, role }) => ({ accountId, name, email, role })),
    shipping: shipping.map((method) => ({ ...method, countries: method.countries.map((code) => countryName(code, language)) })),
    taxes: taxes.map((rate) => ({ ...rate, country: countryName(rate.country, language) })),
    country: countryName(ctx.tenant.country, language),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await managedShopOf(args)
  const sent = await readForm(args, shopChange)
  if (!sent.ok) return data(sent, 422)
  await changeShop(ctx, sent.value)
  return { ok: true, errors: undefined, values: undefined } as const
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.settings")

export default function Settings() {
  const facts = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const {
    form: { Form, doing },
    said,
  } = useSteadyForm<typeof action>()
  const answer = said ?? told
  const shop = useShop()
  const path = useShopPath()
  const t = useText("console")
  const ref = useFirstError<HTMLFormElement>(answer?.errors)
  const errors = answer?.errors
  return (
    <>
      <PageHeader
        title={t("settings.title")}
        actions={
          <>
            <LinkButton to={path("settings", "stock")} look="secondary" icon="box">
              {t("title.stock-settings")}
            </LinkButton>
            <LinkButton to={shop.storefront} look="secondary" icon="shop" reloadDocument target="_blank" rel="noreferrer">
              {t("shop.visit")}
            </LinkButton>
          </>
        }
      />
      <div className="grid items-start gap-[var(--gap)] xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Form ref={ref} method="post" className="panel grid gap-5 p-4 sm:p-5" noValidate>
          <h2 className="text-lg">{t("settings.face")}</h2>
          {answer?.ok && <Notice tone="success" title={t("settings.saved")} live />}
          <FormProblem errors={errors} />
          <Field label={t("opening.name")} error={errors?.["name"]}>
            <TextInput name="name" maxLength={60} defaultValue={typed(answer?.values, "name", shop.name)} required />
          </Field>
          <Field label={t("settings.tagline")} error={errors?.["tagline"]} hint={t("settings.tagline.hint")} optional>
            <TextInput name="tagline" maxLength={160} defaultValue={typed(answer?.values, "tagline", facts.tagline)} />
          </Field>
          <ThemePicker name={shop.name} defaultValue={typed(answer?.values, "theme", shop.theme)} error={errors?.["theme"]} />
          <div className="flex justify-end">
            <Button icon="check" busy={doing !== undefined}>
              {t("settings.save")}
            </Button>
          </div>
        </Form>
        <ShopTerms {...facts} />
      </div>
    </>
  )
}
