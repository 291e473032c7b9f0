import { Link } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { Filled } from "./address-part.tsx"

interface Props extends Filled {
  customer: { readonly name: string; readonly email: string } | null
}

export function ContactFields({ errors, values, customer }: Props) {
  const t = useText("storefront")
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-xl">{t("checkout.contact")}</h2>
        {customer ? (
          <p className="text-muted text-sm">{t("checkout.known", { name: customer.name })}</p>
        ) : (
          <p className="text-muted text-sm">
            {t("checkout.guest")}{" "}
            <Link to="/account/sign-in?to=/checkout" className="text-link">
              {t("checkout.sign-in")}
            </Link>
          </p>
        )}
      </div>
      <Field label={t("checkout.email")} hint={t("checkout.email.hint")} error={errors["email"]}>
        <TextInput
          type="email"
          name="email"
          autoComplete="email"
          inputMode="email"
          defaultValue={values["email"] ?? customer?.email}
        />
      </Field>
    </section>
  )
}
