import { useText } from "#app/text/text.tsx"
import { Field } from "#app/ui/field.tsx"
import { Select } from "#app/ui/select.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import type { Filled } from "./address-part.tsx"

interface Props extends Filled {
  /** Undefined: addresses of this country have none. */
  regions: "free" | Readonly<Record<string, string>> | undefined
}

export function RegionField({ regions, errors, values }: Props) {
  const t = useText("storefront")
  const value = String(values["address.region"] ?? "")
  if (!regions) return null
  const attributes = { name: "address.region", autoComplete: "shipping address-level1" }
  return (
    <Field label={t("checkout.region")} error={errors["address.region"]}>
      {regions === "free" ? (
        <TextInput {...attributes} defaultValue={value} />
      ) : (
        <Select
          {...attributes}
          defaultValue={Object.hasOwn(regions, value) ? value : ""}
          choices={[
            { value: "", label: t("checkout.region.choose") },
            ...Object.entries(regions).map(([code, name]) => ({ value: code, label: name })),
          ]}
        />
      )}
    </Field>
  )
}
