import { useShop } from "#app/console/shop/use-shop.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Badge } from "#app/ui/badge.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { KeyValues } from "#app/ui/key-values.tsx"
import { isLanguage } from "#server/kernel/languages.ts"
import { languageNames } from "#app/ui/language-names.ts"
import type { StaffMember } from "#server/domain/identity/index.ts"
import type { ShippingMethodRow, TaxRateRow } from "#server/domain/pricing/index.ts"

interface Props {
  /** Countries are names already. */
  country: string
  staff: readonly Omit<StaffMember, "since">[]
  shipping: readonly ShippingMethodRow[]
  taxes: readonly TaxRateRow[]
}

/** What a shop was opened with, who works there, what delivery and tax cost. To be read, not changed. */
export function ShopTerms({ country, staff, shipping, taxes }: Props) {
  const t = useText("console")
  const { host, currency, language } = useShop()
  return (
    <div className="grid gap-[var(--gap)]">
      <section className="panel p-4 sm:p-5">
        <h2 className="mb-2 text-lg">{t("settings.facts")}</h2>
        <KeyValues
          entries={[
            { label: t("opening.address"), value: <span className="font-mono text-xs">{host}</span> },
            { label: t("opening.country"), value: country },
            { label: t("opening.currency"), value: currency },
            { label: t("opening.language"), value: isLanguage(language) ? languageNames[language] : language },
          ]}
        />
      </section>
      <section className="panel p-4 sm:p-5">
        <h2 className="mb-2 text-lg">{t("settings.staff")}</h2>
        <ul className="divide-y divide-line">
          {staff.map(({ accountId, name, email, role }) => (
            <li key={accountId} className="flex items-center justify-between gap-3 py-2">
              <span className="min-w-0 text-sm">
                <span className="block truncate font-medium">{name}</span>
                <span className="block truncate text-muted">{email}</span>
              </span>
              <Badge tone={role === "owner" ? "info" : "plain"}>{t(`role.${role}`)}</Badge>
            </li>
          ))}
        </ul>
      </section>
      <Shipping methods={shipping} />
      <Taxes rates={taxes} />
    </div>
  )
}

function Shipping({ methods }: { methods: readonly ShippingMethodRow[] }) {
  const t = useText("console")
  const { money } = useFormats()
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t("settings.shipping")}</h2>
      <DataTable
        caption={t("settings.shipping")}
        rows={methods}
        rowKey={({ id }) => id}
        empty={<p className="p-5 text-muted">{t("settings.shipping.none")}</p>}
        columns={[
          {
            key: "name",
            label: t("settings.shipping.name"),
            heading: true,
            cell: ({ name, countries, minDays, maxDays }) => (
              <span>
                <span className="block font-medium">{name}</span>
                <span className="block text-muted">
                  {minDays === maxDays
                    ? t("settings.shipping.day", { count: maxDays })
                    : t("settings.shipping.days", { from: minDays, to: maxDays })}{" "}
                  · {countries.length > 0 ? countries.join(", ") : t("settings.shipping.everywhere")}
                </span>
              </span>
            ),
          },
          { key: "price", label: t("settings.shipping.price"), amount: true, cell: ({ price }) => money(price) },
          {
            key: "free",
            label: t("settings.shipping.free"),
            amount: true,
            cell: ({ freeFrom }) => (freeFrom ? money(freeFrom) : t("settings.shipping.never")),
          },
        ]}
      />
    </section>
  )
}

function Taxes({ rates }: { rates: readonly TaxRateRow[] }) {
  const t = useText("console")
  const { number } = useFormats()
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t("settings.tax")}</h2>
      <DataTable
        caption={t("settings.tax")}
        rows={rates}
        rowKey={({ id }) => id}
        empty={<p className="p-5 text-muted">{t("settings.tax.none")}</p>}
        columns={[
          {
            key: "country",
            label: t("opening.country"),
            heading: true,
            cell: ({ country, region }) => [country, region].filter(Boolean).join(", "),
          },
          { key: "name", label: t("settings.tax.name"), cell: ({ name }) => name },
          {
            key: "rate",
            label: t("settings.tax.rate"),
            amount: true,
            cell: ({ basisPoints }) => t("settings.tax.percent", { rate: number(basisPoints / 100) }),
          },
          {
            key: "included",
            label: t("settings.tax.how"),
            cell: ({ included }) => t(included ? "settings.tax.included" : "settings.tax.extra"),
          },
        ]}
      />
    </section>
  )
}
