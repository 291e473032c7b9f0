import { useFetcher } from "@remix-run/react"
import { useEffect, useState } from "react"
import { useText } from "#app/text/text.tsx"
import { Field } from "#app/ui/field.tsx"
import { Icon } from "#app/ui/icon.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import { hostSlugFrom } from "#server/kernel/slug.ts"
import type { loader } from "./shop-addresses.ts"

interface Props {
  apexHost: string
  name: string
  slug: string
  errors: Readonly<Record<string, string>> | undefined
  onName: (name: string) => void
}

const restMs = 350

/** The shop's name and the address that follows from it, until the address is typed by hand. */
export function NameAndAddress({ apexHost, name, slug: firstSlug, errors, onName }: Props) {
  const t = useText("console")
  const [own, setOwn] = useState<string | undefined>(firstSlug || undefined)
  const slug = own ?? hostSlugFrom(name)
  return (
    <>
      <Field label={t("opening.name")} error={errors?.["name"]}>
        <TextInput name="name" maxLength={60} value={name} onChange={(event) => onName(event.target.value)} required />
      </Field>
      <Field label={t("opening.address")} error={errors?.["slug"]} hint={<AddressState slug={slug} apexHost={apexHost} />}>
        <TextInput
          name="slug"
          maxLength={40}
          value={slug}
          autoCapitalize="none"
          spellCheck={false}
          className="font-mono"
          onChange={(event) => setOwn(event.target.value.toLowerCase())}
          required
        />
      </Field>
    </>
  )
}

function AddressState({ slug, apexHost }: { slug: string; apexHost: string }) {
  const t = useText("console")
  const { load, data } = useFetcher<typeof loader>()
  useEffect(() => {
    if (slug === "") return undefined
    const timer = setTimeout(() => load(`/shop-addresses?${new URLSearchParams({ slug })}`), restMs)
    return () => clearTimeout(timer)
  }, [slug, load])
  if (slug === "") return t("opening.address.hint", { apex: apexHost })
  const state = data?.slug === slug ? data.state : undefined
  const isFree = state === "free"
  return (
    <span aria-live="polite" className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-mono text-ink">
        {slug}.{apexHost}
      </span>
      {state && (
        <span className={`inline-flex items-center gap-1 font-medium ${isFree ? "text-positive" : "text-danger"}`}>
          <Icon name={isFree ? "check" : "close"} size={16} />
          {t(`opening.address.${state}`)}
        </span>
      )}
    </span>
  )
}
