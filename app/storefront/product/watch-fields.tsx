import { useState } from "react"
import { typed } from "#app/form/typed.ts"
import type { FieldErrors } from "#app/http/read-form.ts"
import { usePersonal } from "#app/storefront/personal.tsx"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { WatchAnswer } from "./watch.tsx"

interface Props {
  returnTo: string
  answer?: WatchAnswer | undefined
  busy?: boolean
}

/** The address to write to: a customer's own is there already. */
export function WatchFields({ returnTo, answer, busy = false }: Props) {
  const t = useText("storefront")
  const { customerEmail } = usePersonal()
  const [email, setEmail] = useState<string>()
  const errors: FieldErrors | undefined = answer?.errors
  return (
    <>
      <input type="hidden" name="returnTo" value={returnTo} />
      <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
        <Field label={t("watch.email")} error={errors?.["email"]} hint={t("watch.hint")}>
          <TextInput
            type="email"
            name="email"
            autoComplete="email"
            required
            maxLength={254}
            value={email ?? typed(answer?.values, "email", customerEmail ?? "")}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Button look="secondary" icon="mail" className="sm:mt-7" busy={busy}>
          {t("watch.do")}
        </Button>
      </div>
    </>
  )
}
