import { useFetcher } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Dialog } from "#app/ui/dialog.tsx"
import { Field } from "#app/ui/field.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { action } from "./suspension.ts"

/** Closes a shop or opens it again, with a reason, after a second thought. */
export function SuspensionForm({ tenant }: { tenant: { tenantId: string; name: string; status: string } }) {
  const t = useText("admin")
  const { Form, data, state } = useFetcher<typeof action>()
  const deed = tenant.status === "suspended" ? "reinstate" : "suspend"
  const look = deed === "suspend" ? "danger" : "primary"
  return (
    <Dialog
      key={tenant.status}
      title={t(`${deed}.title`, { shop: tenant.name })}
      text={t(`${deed}.text`)}
      trigger={(open) => (
        <Button type="button" look={look} onClick={open}>
          {t(`${deed}.do`)}
        </Button>
      )}
    >
      {() => (
        <Form method="post" action={`/tenants/${tenant.tenantId}/suspension`} className="grid gap-4">
          <input type="hidden" name="deed" value={deed} />
          <Field
            label={t("suspend.reason")}
            hint={t("suspend.reason-hint")}
            error={data && !data.ok ? data.errors["reason"] : undefined}
          >
            <TextInput name="reason" maxLength={200} required />
          </Field>
          <Button look={look} busy={state !== "idle"}>
            {t(`${deed}.do`)}
          </Button>
        </Form>
      )}
    </Dialog>
  )
}
